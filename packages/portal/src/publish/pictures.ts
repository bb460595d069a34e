import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { folders } from './folders.js';

/** A picture of the manual as it is kept. */
export interface PictureFile {
  name: string;
  bytes: Buffer;
  /** In CSS pixels; the file has three dots for two. */
  width: number;
  height: number;
}

/** What `scripts/pictures` has taken and `pictures/` keeps, so that a build needs no browser. */
export function readPictures(): Promise<PictureFile[]> {
  return Promise.all(
    readdirSync(folders.pictures).map(async (file) => {
      const bytes = readFileSync(join(folders.pictures, file));
      const { width, height } = await sharp(bytes).metadata();
      const inCss = (dots: number) => (dots * 2) / 3;
      return {
        name: file.replace('.webp', ''),
        bytes,
        width: inCss(width),
        height: inCss(height),
      };
    })
  );
}
