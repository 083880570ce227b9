// A button that first asks for the reason: personal data is shown to who says why.
import { Button, Input, Popover } from 'antd';
import { type ReactElement, useState } from 'react';
import { texts, useTexts } from '../texts/index.ts';

export function AskWhy({ about, onGiven, children }: { about: string; onGiven: (why: string) => void; children: ReactElement }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState('');
  const give = () => {
    if (why.trim().length < 2) return;
    setOpen(false);
    onGiven(why.trim());
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="operator">
          <p>{about}</p>
          <Input
            autoFocus
            aria-label={t(texts.common.why)}
            placeholder={t(texts.common.why)}
            maxLength={200}
            value={why}
            onChange={(e) => setWhy(e.target.value)}
            onPressEnter={give}
          />
          <Button type="primary" size="small" style={{ marginTop: 8 }} disabled={why.trim().length < 2} onClick={give}>
            {t(texts.common.confirm)}
          </Button>
        </div>
      }
    >
      {children}
    </Popover>
  );
}
