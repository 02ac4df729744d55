// Writes a film in which a QR code of a text stands before the camera: node camera-film.mjs FILE TEXT
import { writeFileSync } from 'node:fs';
import encodeQR from 'qr';

const [WIDTH, HEIGHT, FRAMES, LUMA_DARK] = [640, 480, 5, 16];
const [, , file, text] = process.argv;
const code = encodeQR(text, 'raw', { border: 4 });
const module = Math.floor(HEIGHT / code.length);
const [left, top] = [WIDTH, HEIGHT].map((size) => (size - module * code.length) >> 1);
const luma = Buffer.alloc(WIDTH * HEIGHT, 255);
code.forEach((row, y) =>
  row.forEach((isDark, x) => {
    if (!isDark) return;
    for (let line = 0; line < module; line++) {
      const from = (top + y * module + line) * WIDTH + left + x * module;
      luma.fill(LUMA_DARK, from, from + module);
    }
  }),
);
const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc(luma.length / 2, 128)]);
const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F5:1 Ip A1:1 C420jpeg\n`);
writeFileSync(file, Buffer.concat([head, ...Array.from({ length: FRAMES }, () => frame)]));
