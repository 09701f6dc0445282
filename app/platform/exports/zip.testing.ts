import { buffer } from 'node:stream/consumers'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'

/** All bytes of a file that is written piece by piece. */
export async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

/** The files in a zip, in order, read by a program that we did not write. */
export async function unzip(bytes: Buffer): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, opened) => (opened ? resolve(opened) : reject(error ?? new Error('no zip')))),
  )
  const files = new Map<string, Buffer>()
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (!stream) return reject(error ?? new Error(`${entry.fileName} cannot be read`))
        buffer(stream)
          .then((content) => {
            files.set(entry.fileName, content)
            zip.readEntry()
          })
          .catch(reject)
      })
    })
    zip.on('end', resolve).on('error', reject)
    zip.readEntry()
  })
  return files
}
