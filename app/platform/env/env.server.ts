import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { readS3Address, type S3Settings } from './storage-settings'

const megabytes = (usual: number) => z.coerce.number().positive().max(2000).default(usual)

const settings = z.object({
  LEERKRING_MODE: z.enum(['demo', 'production']).default('demo'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().optional(),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:\/\/)/)
    .default('file:data/leerkring.db'),
  SECRET: z.string().min(32).optional(),
  EXIT_URL: z
    .string()
    .regex(/^(https?:\/\/|\/)/)
    .default('https://www.knmi.nl/'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().default('Leerkring <no-reply@localhost>'),
  MAIL_FOLDER: z.string().default('data/mail'),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  STORAGE_DIR: z.string().default('data/storage'),
  STORAGE_URL: z
    .string()
    .refine((text) => readS3Address(text) !== null)
    .optional(),
  AWS_ACCESS_KEY_ID: z.string().optional(),
  AWS_SECRET_ACCESS_KEY: z.string().optional(),
  UPLOAD_AUDIO_MB: megabytes(60),
  UPLOAD_FILM_MB: megabytes(300),
  UPLOAD_CAPTIONS_MB: megabytes(0.5),
  UPLOAD_DOCUMENT_MB: megabytes(20),
  UPLOAD_WAITING_MB: z.coerce.number().positive().max(1_000_000).optional(),
  SCAN_COMMAND: z.string().regex(/\S/).optional(),
  SCAN_URL: z
    .string()
    .regex(/^tcp:\/\/[^/]+:\d+\/?$/)
    .optional(),
})

export interface Env {
  mode: 'demo' | 'production'
  port: number
  host: string | undefined
  /** Origin under which readers reach the site, without a slash at the end. */
  appUrl: string
  /** `file:` with an absolute path, or `postgresql://…`. */
  databaseUrl: string
  secret: string
  exitUrl: string
  smtpUrl: string | undefined
  mailFrom: string
  /** Folder where mail is written when there is no SMTP server. */
  mailFolder: string
  trustProxy: number
  metricsToken: string | undefined
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Folder for files that people upload, and for those that are on their way. */
  storageFolder: string
  /** The bucket where files go that are whole; null when they stay in the folder. */
  s3: S3Settings | null
  /** The largest files, in bytes. */
  uploadLimits: { audio: number; film: number; captions: number; document: number }
  /** So many bytes may be on their way or wait to be looked at, of all editors together. */
  uploadRoom: number
  /** What looks for viruses: a program with its arguments, or clamd at an address. */
  scan: { command?: string | undefined; url?: string | undefined }
}

/** A setting that is missing or wrong; the message is one line for who runs the site. */
export class EnvError extends Error {}

/**
 * Reads the configuration.
 * @param source environment variables
 * @param root folder that relative paths start from
 * @throws EnvError with one line that names the variable
 */
export function readEnv(source: NodeJS.ProcessEnv, root: string): Env {
  // An empty variable is one that somebody left open in a form or a compose file.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))]
    throw new EnvError(`The setting ${names.join(', ')} is not right; see the table "Configuration" in README.md.`)
  }
  const value = parsed.data
  const production = value.LEERKRING_MODE === 'production'
  if (production && !value.SECRET) {
    throw new EnvError('SECRET is missing: production mode needs a random text of at least 32 characters.')
  }
  if (production && !value.APP_URL) {
    throw new EnvError('APP_URL is missing: production mode needs the address of the site, such as https://leerkring.example.')
  }
  if (!production && value.APP_URL && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(new URL(value.APP_URL).hostname)) {
    throw new EnvError(
      'APP_URL names a public address, but demo accounts have passwords that everybody can read: set LEERKRING_MODE=production.',
    )
  }
  const uploadLimits = {
    audio: bytesOf(value.UPLOAD_AUDIO_MB),
    film: bytesOf(value.UPLOAD_FILM_MB),
    captions: bytesOf(value.UPLOAD_CAPTIONS_MB),
    document: bytesOf(value.UPLOAD_DOCUMENT_MB),
  }
  return {
    mode: value.LEERKRING_MODE,
    port: value.PORT,
    host: value.HOST,
    appUrl: (value.APP_URL ?? `http://localhost:${value.PORT}`).replace(/\/+$/, ''),
    databaseUrl: absoluteDatabaseUrl(value.DATABASE_URL, root),
    secret: value.SECRET ?? demoSecret(root),
    exitUrl: value.EXIT_URL,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    mailFolder: path.resolve(root, value.MAIL_FOLDER),
    trustProxy: value.TRUST_PROXY,
    metricsToken: value.METRICS_TOKEN,
    logLevel: value.LOG_LEVEL,
    storageFolder: path.resolve(root, value.STORAGE_DIR),
    s3: s3Settings(value.STORAGE_URL, value.AWS_ACCESS_KEY_ID, value.AWS_SECRET_ACCESS_KEY),
    uploadLimits,
    uploadRoom: uploadRoom(value.UPLOAD_WAITING_MB, Math.max(...Object.values(uploadLimits))),
    scan: { command: value.SCAN_COMMAND, url: value.SCAN_URL },
  }
}

const bytesOf = (size: number) => Math.round(size * 1024 * 1024)

/** A third of the room is for one editor: the largest file has to fit into it. */
function uploadRoom(wanted: number | undefined, largest: number): number {
  if (wanted === undefined) return Math.max(bytesOf(3000), 3 * largest)
  if (bytesOf(wanted) >= 3 * largest) return bytesOf(wanted)
  throw new EnvError('UPLOAD_WAITING_MB is too small: it has to be at least three times the largest UPLOAD_…_MB.')
}

function s3Settings(url: string | undefined, accessKeyId: string | undefined, secretAccessKey: string | undefined): S3Settings | null {
  const address = url === undefined ? null : readS3Address(url)
  if (!address) return null
  if (!accessKeyId || !secretAccessKey) throw new EnvError('AWS_ACCESS_KEY_ID or AWS_SECRET_ACCESS_KEY is missing: STORAGE_URL needs both.')
  return { ...address, accessKeyId, secretAccessKey }
}

function absoluteDatabaseUrl(url: string, root: string): string {
  return url.startsWith('file:') ? `file:${path.resolve(root, url.slice('file:'.length))}` : url
}

/** In demo mode the secret is made once and kept beside the data, so that links and sessions outlive a restart. */
function demoSecret(root: string): string {
  const file = path.join(root, 'data/secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}

let current: Env | undefined

/** The configuration of this process, read at the first call. Throws EnvError. */
export function env(): Env {
  current ??= readEnv(process.env, process.cwd())
  return current
}
