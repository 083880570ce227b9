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

/** 2026-01-31 → its day. */
export function dayTyped(typed: string | undefined): number {
  const day = dayFrom(typed);
  if (day === undefined) throw refused(texts.common.noDay, typed ?? '');
  return day;
}
