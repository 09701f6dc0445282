import { createHash } from 'node:crypto'
import type { Dialect } from '~/platform/exports/csv-stream'
import { beginExportRow, finishExportRow, type ExportedBy } from './export-log-repository.server'
import { describeRequest, fileNameOf, mediaTypes } from './exports/describe-request'
import { writeFigures } from './exports/write-figures.server'
import { writeSessions } from './exports/write-sessions.server'
import { getReport, provenanceOf } from './get-report.server'
import type { Asked } from './read-request.server'
import type { Format } from './request'
import { organisationNamesOf, streamSessions } from './session-rows.server'

/** Who asks for a file, for the log. */
export interface Exporter {
  by: ExportedBy
  accountId: string | null
}

export interface ExportedFile {
  mediaType: string
  fileName: string
  /** The bytes, worked out while they are read. It throws when something goes wrong halfway: what was read then is no file. */
  bytes: AsyncIterable<Uint8Array>
}

/**
 * A report as a file. It stands in the log from its first byte on, and with its hash once the last one was read.
 * @returns an error code where there is no such file
 */
export function exportReport(
  asked: Asked,
  format: Format,
  options: { language: 'nl' | 'en'; dialect?: Dialect | undefined },
  exporter: Exporter,
): ExportedFile | { code: 'pdfHasNoSessions' } {
  const { request } = asked
  if (request.shape === 'sessions' && format === 'pdf') return { code: 'pdfHasNoSessions' }
  const { language, dialect } = options
  const write = { language, ...(dialect ? { dialect } : {}) }
  return {
    mediaType: mediaTypes[format],
    fileName: fileNameOf(request, format),
    bytes: logged(asked, format, exporter, () => bytesOf(asked, format, write)),
  }
}

async function* bytesOf(asked: Asked, format: Format, options: { language: 'nl' | 'en'; dialect?: Dialect }): AsyncIterable<Uint8Array> {
  const { request } = asked
  if (request.shape === 'figures') yield* writeFigures(await getReport(asked), format, options)
  else if (format !== 'pdf') {
    const source = { request, provenance: provenanceOf(asked), organisationNames: await organisationNamesOf(asked) }
    yield* writeSessions(source, streamSessions(asked), format, options)
  }
}

async function* logged(
  asked: Asked,
  format: Format,
  exporter: Exporter,
  bytes: () => AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  const { request } = asked
  const { shape, disclosure, asOf } = request
  const { version } = provenanceOf(asked)
  const id = await beginExportRow({ ...exporter, request: describeRequest(request), format, shape, disclosure, asOf, version })
  const hash = createHash('sha256')
  let length = 0
  for await (const piece of bytes()) {
    hash.update(piece)
    length += piece.length
    yield piece
  }
  await finishExportRow(id, { hash: hash.digest('hex'), bytes: length })
}
