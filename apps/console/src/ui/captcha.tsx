// 图中的字: what a page without account asks before it takes anything.
import type { CaptchaJson } from '@hengjian/server/schemas/complaints.ts';
import { Button, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { get } from '../api.ts';
import { texts, useTexts } from '../texts/index.ts';

export interface Captcha {
  readonly picture: CaptchaJson | undefined;
  /** As typed. */
  readonly signs: string;
  readonly write: (signs: string) => void;
  /** Another picture, nothing typed: each is good once. */
  readonly redraw: () => void;
  /** What goes with the form. */
  readonly proof: { readonly captchaId: string; readonly captcha: string };
}

/** `wanted`: a picture is asked for at all; `onError` is told when there is none to be had. */
export function useCaptcha(wanted: boolean, onError: (error: unknown) => void): Captcha {
  const [picture, setPicture] = useState<CaptchaJson>();
  const [signs, write] = useState('');
  const redraw = useCallback(() => {
    write('');
    get<CaptchaJson>('/api/public/captcha').then(setPicture, onError);
  }, [onError]);
  useEffect(() => {
    if (wanted) redraw();
  }, [wanted, redraw]);
  return { picture, signs, write, redraw, proof: { captchaId: picture?.captchaId ?? '', captcha: signs } };
}

export function CaptchaField({ of: { picture, signs, write, redraw } }: { of: Captcha }) {
  const t = useTexts();
  const label = t(texts.common.captcha);
  return (
    <div className="public-field">
      <span>{label}</span>
      <div className="public-captcha">
        {picture ? <img alt={label} src={picture.picture} width={168} height={56} /> : null}
        <Button type="link" onClick={redraw}>
          {t(texts.common.otherPicture)}
        </Button>
      </div>
      <Input
        aria-label={label}
        autoComplete="off"
        autoCapitalize="characters"
        maxLength={8}
        value={signs}
        onChange={(e) => write(e.target.value)}
      />
    </div>
  );
}
