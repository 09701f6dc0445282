import { findMunicipality } from '~/content/municipalities'
import { standardDialect, streamCsv } from '~/platform/exports/csv-stream'
import { writeReach } from './count-uses.server'
import { listSums } from './repository.server'

const columns = ['day', 'item', 'kind', 'language', 'municipality', 'municipality_name', 'profession', 'count'] as const

/** Every sum there is, as CSV: a line for each day, item, way of use, language, municipality and profession. */
export async function* writeSums(): AsyncGenerator<Uint8Array> {
  await writeReach()
  yield* streamCsv(columns, lines(), standardDialect)
}

async function* lines() {
  for await (const sums of listSums()) {
    yield sums.map(({ day, itemId, kind, language, municipality, profession, count }) => [
      ...[day, itemId, kind, language, municipality],
      municipality === '' ? '' : (findMunicipality(municipality)?.name ?? ''),
      ...[profession, count],
    ])
  }
}
