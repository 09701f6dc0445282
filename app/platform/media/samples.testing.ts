import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateSync } from 'node:zlib'

/** The small real files of tests/fixtures/media, each of two seconds. */
export type SampleName =
  'tone.mp3' | 'other-tone.mp3' | 'tone.m4a' | 'tone.ogg' | 'vorbis.ogg' | 'film.mp4' | 'film.webm' | 'picture.jpg' | 'picture.png'

export function sample(name: SampleName): Buffer {
  return readFileSync(fileURLToPath(new URL(`../../../tests/fixtures/media/${name}`, import.meta.url)))
}

/** A PDF of one empty page, with other objects beside it: dictionaries, or what stands packed in an object stream. */
export function pdf({
  objects = [],
  packed,
  filter = '/FlateDecode',
}: { objects?: string[]; packed?: string; filter?: string } = {}): Buffer {
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R >>',
    ...objects,
  ]
  if (packed !== undefined) {
    const body = filter ? deflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed
    all.push(`<< /Type /ObjStm /N 1 /First 4 ${filter && `/Filter ${filter} `}/Length ${body.length} >>\nstream\n${body}\nendstream`)
  }
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'
  const places = all.map((object, index) => {
    const place = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const xref = text.length
  text += `xref\n0 ${all.length + 1}\n0000000000 65535 f \n`
  text += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  text += `trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** A JPEG as a telephone makes it: with where it was taken, the camera's name, and turned by a quarter. */
export function jpegWithPlace(): Buffer {
  const plain = sample('picture.jpg')
  const tiff = Buffer.alloc(80)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(2, 8)
  Buffer.from('12010300010000000600000025880400010000002600000000000000', 'hex').copy(tiff, 10)
  tiff.write('GPS 52.0907N 5.1214E', 40, 'latin1')
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([plain.subarray(0, 2), head, body, plain.subarray(2)])
}

export const captions = `WEBVTT

NOTE By hand.

1
00:00.000 --> 00:01.000 align:start
<v Anna>Eerst dit.

00:01.000 --> 00:02.000
En dan <i>dat</i>.
`
