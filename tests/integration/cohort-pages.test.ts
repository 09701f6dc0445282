import { beforeAll, describe, expect, it } from 'vitest'
import { createCohortRow, findCohortRow } from '~/domain/cohorts/repository.server'
import { listCohortRevisions } from '~/domain/cohorts/revisions-repository.server'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { findSamples } from '../setup/samples'

let site: OpenSite
let session: string
let organisationId: string
beforeAll(async () => {
  site = await openSite()
  session = await site.signInAs('coordinator')
  organisationId = (await findCohortRow((await findSamples()).params.cohort!))!.organisationId
})

const makeCohort = (given: object = {}) =>
  createCohortRow({
    ...{ name: 'Groep', courseId: 'opvoeding', language: 'nl', organisationId },
    ...{ startsOn: '2026-01-01', endsOn: '2026-03-01', withoutTests: false, ...given },
  })
const post = (address: string, body: Record<string, string>) => site.ask(address, { method: 'POST', session, headers: ownForm, body })
const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1]

describe('a form with a fault', () => {
  it('still says which revision its writer saw, so that a change in between is not written over', async () => {
    const { id } = await makeCohort()
    const address = `/nl/coordinate/cohorts/${id}/edit`
    const dates = { startsOn: '2026-01-01', endsOn: '2026-03-01', targetSize: '' }
    expect(revisionIn((await site.ask(address, { session })).text)).toBe('1')
    expect((await post(address, { ...dates, revision: '1', name: 'Van een ander' })).status).toBe(303)

    const faulty = await post(address, { ...dates, revision: '1', name: '' })
    expect(faulty.status).toBe(422)
    expect(revisionIn(faulty.text)).toBe('1')
    const mended = await post(address, { ...dates, revision: revisionIn(faulty.text)!, name: 'Van mij' })
    expect(mended.status).toBe(409)
    expect(mended.text).toContain('Van een ander')
    expect(await findCohortRow(id)).toMatchObject({ name: 'Van een ander', revision: 2 })

    // She saw what is there now, and wants hers all the same.
    expect(revisionIn(mended.text)).toBe('2')
    expect((await post(address, { ...dates, revision: revisionIn(mended.text)!, name: 'Van mij' })).status).toBe(303)
    expect(await findCohortRow(id)).toMatchObject({ name: 'Van mij', revision: 3 })
  })
})

describe('a text', () => {
  it('that looks like a name is asked about, and taken when the writer says that it is none', async () => {
    const { id } = await makeCohort({ closedAt: new Date() })
    const address = `/nl/coordinate/cohorts/${id}/close`
    const form = { revision: '1', reason: 'op verzoek van mevrouw Jansen' }
    const contact = await post(address, { ...form, reason: 'bel 06-12345678' })
    expect(contact.status).toBe(422)
    expect(contact.text).not.toContain('name="noNames"')
    const asked = await post(address, form)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('name="noNames"')
    expect((await post(address, { ...form, noNames: 'on' })).status).toBe(303)
    expect((await listCohortRevisions(id))[0]).toMatchObject({ act: 'reopened', reason: form.reason })
  })
})
