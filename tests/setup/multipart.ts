import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A small real file of tests/fixtures/media. */
export function sampleMedia(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../fixtures/media/${name}`, import.meta.url)))
}

export interface FormFile {
  /** Name of the field. */
  field?: string
  name?: string
  type?: string
  content: Buffer
}

/** A form with a file, as a browser writes it down. */
export function multipart(fields: Record<string, string>, file?: FormFile): { headers: Record<string, string>; body: Buffer } {
  const boundary = 'grens-van-het-formulier'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const { field = 'file', name = 'file.bin', type = 'application/octet-stream', content } = file ?? { content: Buffer.alloc(0) }
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(parts.join('')),
    ...(file ? [Buffer.from(head), content, Buffer.from('\r\n')] : []),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` }, body }
}

/** A long MP3: the frames of a short one, over and over. */
export function longMp3(bytes: number): Buffer {
  // Behind the first frame, in which the encoder counts the others.
  const frames = sampleMedia('tone.mp3').subarray(225)
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / frames.length) }, () => frames))
}
