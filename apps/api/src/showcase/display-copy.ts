import { fileTypeFromBuffer } from 'file-type';

import { VentureRoundRefusal } from '#domain/venture-round/errors.js';

/** What is shown is always this, whatever was handed in. */
export const DISPLAY_TYPE = 'image/jpeg';

const PHOTOGRAPHS: readonly string[] = ['image/jpeg', 'image/png'];
/** The longer side of a copy: a card on a wall of 1920 px, twice the width of a phone. */
const SIDE_MAX = 1280;
const QUALITY = 78;
const PIXELS_MAX = 100_000_000;

/** A copy of a photograph to be shown. Pixels. */
export interface DisplayCopy {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * A copy of display size with nothing but the picture: place, time, camera, preview and every other note that a camera or a phone wrote into the file
 * stay behind. It stands upright as the camera was held. VEN_SHOWCASE_UNREADABLE for what is no photograph by its bytes.
 */
export async function displayCopyOf(photograph: Uint8Array): Promise<DisplayCopy> {
  const found = await fileTypeFromBuffer(photograph).catch(() => undefined);
  if (found === undefined || !PHOTOGRAPHS.includes(found.mime)) throw unreadable();
  // Some megabytes of library that few processes ever need.
  const { default: sharp } = await import('sharp');
  const picture = sharp(photograph, { limitInputPixels: PIXELS_MAX, failOn: 'error' })
    .autoOrient()
    .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY, mozjpeg: true });
  const { data, info } = await picture.toBuffer({ resolveWithObject: true }).catch(() => {
    throw unreadable();
  });
  return { bytes: data, width: info.width, height: info.height };
}

const unreadable = (): VentureRoundRefusal => new VentureRoundRefusal('VEN_SHOWCASE_UNREADABLE', {}, 'uploadId');
