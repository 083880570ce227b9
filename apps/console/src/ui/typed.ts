// What somebody typed, read: what cannot be read is refused as the server refuses it, and never taken for nothing.
import { ApiError, speaking } from '../api.ts';
import { dayFrom, fenFrom } from '../format.ts';
import { texts } from '../texts/index.ts';
import { sayIn, type Text } from '../texts/text.ts';

function refused(text: Text, typed: string): ApiError {
  const message = sayIn(speaking.language === 'zh' ? 'zh' : 'en')(text, { typed });
  return new ApiError(400, [{ code: 'typed', severity: 'error', message, facts: { typed } }]);
}

/** Yuan → fen; null where nothing stands. */
export function fenTyped(typed: string | undefined): number | null {
  if (!typed?.trim()) return null;
  const fen = fenFrom(typed);
  if (fen === undefined) throw refused(texts.common.noAmount, typed);
  return fen;
}

/** A typed list in its parts: whichever comma, semicolon or space its writer has at hand, Chinese or not. */
export const listTyped = (typed: string): string[] => typed.split(/[、,，;；\s]+/).filter(Boolean);

/** A list as it stands in a field to be typed on, with the comma of the page's language; `listTyped` reads it again. */
export const listShown = (parts: readonly unknown[]): string =>
  parts.join(sayIn(speaking.language === 'zh' ? 'zh' : 'en')(texts.common.comma));

/** 2026-01-31 → its day. */
export function dayTyped(typed: string | undefined): number {
  const day = dayFrom(typed);
  if (day === undefined) throw refused(texts.common.noDay, typed ?? '');
  return day;
}
