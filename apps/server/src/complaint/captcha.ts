/**
 * A picture with signs to copy, drawn here: strokes, bent and crossed by noise, as a PNG. It keeps simple programs out; it does not
 * pretend to stop a determined one. Each is good once, for five minutes.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 168;
const HEIGHT = 56;
const LENGTH = 5;
const LIFE_SECONDS = 300;
/** Open pictures at once: more are refused rather than remembered. */
const MOST_OPEN = 20_000;

/** Strokes on a grid of 4 × 6, as points joined; signs that look alike are left out. */
const glyphs: Readonly<Record<string, string>> = {
  2: '01 10 30 41 42 06 46',
  3: '00 40 22 33 44 35 26 06',
  4: '34 36;30 04 44',
  5: '40 00 03 33 44 35 26 06',
  7: '00 40 16',
  A: '06 20 46;13 33',
  C: '41 30 10 01 05 16 36 45',
  E: '40 00 06 46;03 33',
  F: '40 00 06;03 33',
  H: '00 06;40 46;03 43',
  K: '00 06;40 03 46',
  N: '06 00 46 40',
  P: '06 00 30 41 42 33 03',
  T: '00 40;20 26',
  X: '00 46;40 06',
  Y: '00 23 40;23 26',
};
const signs = Object.keys(glyphs);

export interface Captcha {
  readonly captchaId: string;
  /** `data:image/png;base64,…` */
  readonly picture: string;
}

export interface CaptchaDesk {
  draw(now: number): Captcha | undefined;
  /** True once for the right answer in time; any answer uses the picture up. */
  answer(captchaId: string, text: string, now: number): boolean;
}

const anySigns = () => Array.from({ length: LENGTH }, () => signs[randomInt(signs.length)]).join('');

export function captchaDesk(chosen: () => string = anySigns): CaptchaDesk {
  const open = new Map<string, { text: string; until: number }>();
  return {
    draw(now) {
      for (const [id, { until }] of open) {
        if (until >= now) break; // in the order they were drawn
        open.delete(id);
      }
      if (open.size >= MOST_OPEN) return undefined;
      const text = chosen();
      const captchaId = randomBytes(12).toString('base64url');
      open.set(captchaId, { text, until: now + LIFE_SECONDS });
      return { captchaId, picture: `data:image/png;base64,${pictureOf(text).toString('base64')}` };
    },
    answer(captchaId, text, now) {
      const asked = open.get(captchaId);
      open.delete(captchaId);
      return asked !== undefined && asked.until >= now && asked.text === text.replaceAll(/\s/g, '').toUpperCase();
    },
  };
}

const between = (least: number, most: number) => least + (randomInt(1000) / 1000) * (most - least);

function pictureOf(text: string): Buffer {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  const phase = between(0, 6);
  const bend = between(1.5, 3);
  // every point is moved along a wave, so that no sign stands on a line
  const dot = (x: number, y: number, shade: number, size: number) => {
    const cx = Math.round(x + bend * Math.sin(y / 9 + phase));
    const cy = Math.round(y + bend * Math.sin(x / 14 + phase));
    for (let dy = -size; dy <= size; dy++)
      for (let dx = -size; dx <= size; dx++) {
        const [px, py] = [cx + dx, cy + dy];
        if (px >= 0 && px < WIDTH && py >= 0 && py < HEIGHT && dx * dx + dy * dy <= size * size + 1)
          pixels[py * WIDTH + px] = Math.min(pixels[py * WIDTH + px] as number, shade);
      }
  };
  const line = (x0: number, y0: number, x1: number, y1: number, shade: number, size: number) => {
    const steps = Math.ceil(Math.hypot(x1 - x0, y1 - y0) * 2) + 1;
    for (let i = 0; i <= steps; i++) dot(x0 + ((x1 - x0) * i) / steps, y0 + ((y1 - y0) * i) / steps, shade, size);
  };
  [...text].forEach((sign, i) => {
    const [left, top, scale] = [12 + i * 30 + between(-2, 3), 8 + between(-2, 4), between(4.6, 5.6)];
    const [turn, lean] = [between(-0.25, 0.25), between(-0.25, 0.25)];
    const place = (point: string): [number, number] => {
      const [x, y] = [(Number(point[0]) - 2) * scale, (Number(point[1]) - 3) * scale];
      const slanted = x + lean * y;
      return [
        left + 2 * scale + slanted * Math.cos(turn) - y * Math.sin(turn),
        top + 3 * scale + slanted * Math.sin(turn) + y * Math.cos(turn),
      ];
    };
    for (const stroke of (glyphs[sign] as string).split(';')) {
      const points = stroke.split(' ').map(place);
      for (const [j, [x, y]] of points.slice(1).entries()) line(...(points[j] as [number, number]), x, y, 40, 1);
    }
  });
  for (let i = 0; i < 4; i++) line(between(0, 30), between(0, HEIGHT), between(WIDTH - 30, WIDTH), between(0, HEIGHT), 120, 0);
  for (let i = 0; i < 260; i++) dot(between(0, WIDTH), between(0, HEIGHT), randomInt(90, 200), 0);
  return png(pixels);
}

/** A grey picture as PNG (RFC 2083: signature, IHDR, IDAT, IEND). */
function png(pixels: Uint8Array): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) rows.set(pixels.subarray(y * WIDTH, (y + 1) * WIDTH), y * (WIDTH + 1) + 1);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 0, 0, 0, 0], 8); // eight bits of grey
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
