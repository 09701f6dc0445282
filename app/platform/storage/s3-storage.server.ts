import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { S3Settings } from '~/platform/env/storage-settings'
import { log } from '~/platform/log/log.server'
import { hashing } from './hashed.server'
import { patientReader } from './patient-reader.server'
import { checkKey, isKey, keyOf, NotStoredError, StorageError, type Storage, type StoredEntry } from './storage'

/** Objects stand under this prefix until they are whole. */
const unfinished = 'unfinished/'

const second = 1000

/** How many connections there may be at a time, and how long one is held for somebody who does not read on. */
interface S3Bounds {
  sockets: number
  patienceMs: number
}

// Far more than there are listeners at a time: the usual 50 would be all held by 50 players that are paused.
const usualBounds: S3Bounds = { sockets: 500, patienceMs: 15 * second }

/** Storage in a bucket of a server that speaks S3. The bucket has to be there. */
export function s3Storage(settings: S3Settings, { sockets, patienceMs }: S3Bounds = usualBounds): Storage {
  const { bucket, endpoint, region, accessKeyId, secretAccessKey } = settings
  const client = new S3Client({
    region,
    ...(endpoint ? { endpoint } : {}),
    // The name of the bucket in the path: servers other than Amazon's rarely have a host name for each bucket.
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    // Checksums that only some servers know; the key is a hash already.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      httpAgent: { keepAlive: true, maxSockets: sockets },
      httpsAgent: { keepAlive: true, maxSockets: sockets },
      connectionTimeout: 10 * second,
      // Until an answer begins; putting a piece away is in it.
      requestTimeout: 2 * 60 * second,
      throwOnRequestTimeout: true,
      // Without a byte for so long the server is gone.
      socketTimeout: 60 * second,
    },
  })
  const Bucket = bucket

  async function* entries(prefix?: string): AsyncIterable<StoredEntry> {
    for await (const page of paginateListObjectsV2({ client }, { Bucket, ...(prefix ? { Prefix: prefix } : {}) })) {
      for (const { Key, Size, LastModified } of page.Contents ?? [])
        if (Key) yield { key: Key, bytes: Size ?? 0, changedAt: LastModified ?? new Date(0) }
    }
  }

  return {
    async check() {
      try {
        await client.send(new HeadBucketCommand({ Bucket }))
      } catch (error) {
        const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0
        if (status === 404) throw new StorageError(`STORAGE_URL cannot be used: there is no bucket ${bucket}.`)
        // Too late (408) and too many (429) pass by themselves.
        if (status >= 300 && status < 500 && status !== 408 && status !== 429)
          throw new StorageError(`STORAGE_URL cannot be used: the keys, or the region, are not those of the bucket ${bucket} (${status}).`)
        log().error({ err: error }, 'the bucket does not answer; until it does, no uploaded file is shown')
      }
    },

    async put(content, { contentType } = {}) {
      const waiting = `${unfinished}${randomUUID()}`
      const hashed = hashing()
      const upload = new Upload({
        client,
        params: { Bucket, Key: waiting, Body: hashed.stream, ...(contentType ? { ContentType: contentType } : {}) },
        queueSize: 1,
        partSize: 8 * 1024 * 1024,
      })
      try {
        // Whichever fails first stops the other one.
        await Promise.all([
          pipeline(content, hashed.stream).catch(async (error: unknown) => {
            await upload.abort()
            throw error
          }),
          upload.done().catch((error: unknown) => {
            hashed.stream.destroy()
            throw error
          }),
        ])
        const { bytes, sha256 } = hashed.result()
        const key = keyOf(sha256)
        await client.send(new CopyObjectCommand({ Bucket, Key: key, CopySource: `${bucket}/${waiting}` }))
        return { key, bytes, sha256 }
      } finally {
        await client.send(new DeleteObjectCommand({ Bucket, Key: waiting })).catch(() => undefined)
      }
    },

    async read(key, { start = 0, end } = {}) {
      checkKey(key)
      const open = async (from: number, signal: AbortSignal) => {
        const isWhole = from === 0 && end === undefined
        const Range = isWhole ? undefined : `bytes=${from}-${end ?? ''}`
        const answer = await client.send(new GetObjectCommand({ Bucket, Key: key, Range }), { abortSignal: signal })
        return { source: answer.Body as Readable, bytes: answer.ContentLength ?? 0 }
      }
      try {
        return await patientReader({ open, start, patienceMs })
      } catch (error) {
        throw isMissing(error) ? new NotStoredError(key) : error
      }
    },

    async size(key) {
      checkKey(key)
      try {
        return (await client.send(new HeadObjectCommand({ Bucket, Key: key }))).ContentLength ?? null
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },

    async delete(key) {
      checkKey(key)
      await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },

    async *list() {
      for await (const entry of entries()) if (isKey(entry.key)) yield entry
    },

    async clearUnfinished(before) {
      for await (const { key, changedAt } of entries(unfinished))
        if (changedAt < before) await client.send(new DeleteObjectCommand({ Bucket, Key: key }))
    },
  }
}

function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || name === 'NotFound' || $metadata?.httpStatusCode === 404
}
