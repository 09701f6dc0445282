import { beforeAll, describe, expect, it } from 'vitest'
import { openSite, ownForm, type OpenSite } from '../setup/http'
import { findSamples } from '../setup/samples'

let site: OpenSite
let session: string
beforeAll(async () => {
  site = await openSite()
  await findSamples()
  session = await site.signInAs('coordinator')
})

/** A form with a file, as a browser writes it down. */
function withFile(content: string | Buffer, fields: Record<string, string> = {}) {
  const boundary = '----leerkring'
  const plain = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n`
  const body = Buffer.concat([Buffer.from(plain.join('') + head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
  return { body, headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` } }
}

const send = (content: string | Buffer, headers: Record<string, string> = ownForm, fields: Record<string, string> = {}) => {
  const form = withFile(content, fields)
  return site.ask('/nl/coordinate/import', { method: 'POST', session, body: form.body, headers: { ...form.headers, ...headers } })
}

describe('the page that takes a spreadsheet', () => {
  it('gives a template that Excel opens', async () => {
    const { status, headers, text } = await site.ask('/nl/coordinate/import/template.csv', { session })
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain('attachment')
    expect(text.startsWith('\ufeffgroup;programme;kind;')).toBe(true)
  })

  it('answers a file with faults by 422, and one without faults by 200', async () => {
    const { text: template } = await site.ask('/nl/coordinate/import/template.csv', { session })
    const other = template.replace('Voorbeeldgroep', 'Andere groep')
    expect((await send(other)).status).toBe(200)
    expect((await send(other.replace(';8;8;8;', ';8;8;7;'))).status).toBe(422)
    for (const nothing of ['', 'x', Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from([0, 1, 2])]) expect((await send(nothing)).status).toBe(422)
  })

  it('takes a file larger than other pages take, up to a bound', async () => {
    expect((await send('x;'.repeat(100_000))).status).toBe(422)
    expect((await send('x'.repeat(3 * 1024 * 1024))).status).toBe(422)
    expect((await send('x'.repeat(5 * 1024 * 1024))).status).toBe(413)
    const elsewhere = { method: 'POST', session, body: { note: 'x'.repeat(3 * 1024 * 1024) }, headers: ownForm }
    expect((await site.ask('/nl/coordinate/to-do', elsewhere)).status).toBe(413)
  })

  it('takes no file that another site sends, and asks old browsers for the token', async () => {
    expect((await send('x', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await send('x', {})).status).toBe(403)
    expect((await send('x', {}, { formToken: 'x' })).status).toBe(403)
    const token = /name="formToken" value="([^"]+)"/.exec((await site.ask('/nl/coordinate/import', { session })).text)?.[1]
    expect((await send('x', {}, { formToken: token! })).status).toBe(422)
  })

  it('writes two files with the same new group once, and says so to the second one', async () => {
    const { text: template } = await site.ask('/nl/coordinate/import/template.csv', { session })
    const texts = ['een', 'twee'].map((note) => template.replace('Voorbeeldgroep', 'Tweemaal').replace('Deze regel is een voorbeeld', note))
    const answers = await Promise.all(texts.map((sheet) => send('', ownForm, { sheet, intent: 'write', noNames: 'on' })))
    const [written, refused] = answers.sort((a, b) => a.status - b.status)
    expect(written!.status).toBe(303)
    // Checked before the other one was written, or after.
    expect([409, 422]).toContain(refused!.status)
    expect(refused!.text).toContain('Deze groep heeft op deze dag al een bijeenkomst')
  })

  it('shows what stands in a cell as text, whatever it is', async () => {
    const headings = 'group;date;present;firstTime;women;men'
    const { text } = await send(`${headings}\n<script>alert(1)</script>;"<img src=x onerror=alert(1)>";1;1;1;0`)
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('<script>alert(1)')
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})
