/** A bucket of a server that speaks S3, and who may write in it. */
export interface S3Settings {
  bucket: string
  /** Address of the server; without one it is Amazon's. */
  endpoint?: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Reads `s3://bucket?endpoint=https://…&region=…`. @returns null for anything else */
export function readS3Address(text: string): Pick<S3Settings, 'bucket' | 'endpoint' | 'region'> | null {
  if (!URL.canParse(text)) return null
  const { protocol, hostname, pathname, searchParams, username } = new URL(text)
  const endpoint = searchParams.get('endpoint') ?? undefined
  const isRight =
    protocol === 's3:' && /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(hostname) && ['', '/'].includes(pathname) && username === ''
  if (!isRight || [...searchParams.keys()].some((name) => name !== 'endpoint' && name !== 'region')) return null
  if (endpoint !== undefined && !/^https?:\/\/[^/]+\/?$/.test(endpoint)) return null
  return { bucket: hostname, region: searchParams.get('region') ?? 'us-east-1', ...(endpoint ? { endpoint } : {}) }
}
