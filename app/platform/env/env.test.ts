import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testEnvironment } from '../../../tests/setup/environment'
import { EnvError, readEnv } from './env.server'

const read = (given: Record<string, string>) =>
  readEnv(testEnvironment({ DATABASE_URL: 'file:/nonexistent/leerkring.db', ...given }) as NodeJS.ProcessEnv, '/nonexistent')
const megabyte = 1024 * 1024

/** What who starts the site reads. */
function refusal(given: Record<string, string>): string {
  try {
    read(given)
  } catch (error) {
    if (error instanceof EnvError) return error.message
    throw error
  }
  return 'taken'
}

describe('the settings for uploaded files', () => {
  it('have values of their own where nothing is set', () => {
    const { uploadLimits, uploadRoom, s3, scan, storageFolder } = read({})
    expect(uploadLimits).toEqual({ audio: 60 * megabyte, film: 300 * megabyte, captions: megabyte / 2, document: 20 * megabyte })
    expect(uploadRoom).toBe(3000 * megabyte)
    expect({ s3, scan, storageFolder }).toEqual({ s3: null, scan: {}, storageFolder: '/nonexistent/data/storage' })
  })

  it.each([
    ['UPLOAD_FILM_MB', 'much'],
    ['UPLOAD_FILM_MB', '-1'],
    ['UPLOAD_FILM_MB', '0'],
    ['UPLOAD_FILM_MB', '2001'],
    ['UPLOAD_AUDIO_MB', 'NaN'],
    ['UPLOAD_CAPTIONS_MB', '1e9'],
    ['UPLOAD_DOCUMENT_MB', '20 MB'],
    ['UPLOAD_WAITING_MB', 'all'],
    ['SCAN_COMMAND', '   '],
    ['SCAN_URL', 'http://localhost:3310'],
    ['SCAN_URL', 'tcp://localhost'],
    ['STORAGE_URL', 'https://bucket.example'],
    ['STORAGE_URL', 's3://'],
    ['STORAGE_URL', 's3://Bucket'],
    ['STORAGE_URL', 's3://bucket/folder'],
    ['STORAGE_URL', 's3://key:secret@bucket'],
    ['STORAGE_URL', 's3://bucket?endpoint=ftp://s3.example'],
    ['STORAGE_URL', 's3://bucket?endpiont=https://s3.example'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    const said = refusal({ [name]: value, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' })
    expect(said).toMatch(new RegExp(`^The setting ${name} is not right; [^\\n]+$`))
    expect(said).not.toContain(value.trim() || 'nothing to hide')
  })

  it('need both keys of a bucket', () => {
    const STORAGE_URL = 's3://bucket?endpoint=https://s3.example'
    const missing = /^AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing: [^\n]+$/
    expect(refusal({ STORAGE_URL })).toMatch(missing)
    expect(refusal({ STORAGE_URL, AWS_ACCESS_KEY_ID: 'a' })).toMatch(missing)
    expect(refusal({ STORAGE_URL, AWS_SECRET_ACCESS_KEY: 'b' })).toMatch(missing)
    expect(read({ STORAGE_URL, AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' }).s3).toEqual({
      ...{ bucket: 'bucket', endpoint: 'https://s3.example', region: 'us-east-1' },
      ...{ accessKeyId: 'a', secretAccessKey: 'b' },
    })
  })

  it('leave room for the largest file of one editor, whatever they are', () => {
    expect(refusal({ UPLOAD_WAITING_MB: '899' })).toMatch(/^UPLOAD_WAITING_MB is too small: [^\n]+$/)
    expect(read({ UPLOAD_WAITING_MB: '900' }).uploadRoom).toBe(900 * megabyte)
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 2000, noNaN: true }), fc.double({ min: 0.01, max: 2000, noNaN: true }), (film, audio) => {
        const { uploadRoom, uploadLimits } = read({ UPLOAD_FILM_MB: String(film), UPLOAD_AUDIO_MB: String(audio) })
        expect(Math.floor(uploadRoom / 3)).toBeGreaterThanOrEqual(Math.max(...Object.values(uploadLimits)))
      }),
    )
  })
})
