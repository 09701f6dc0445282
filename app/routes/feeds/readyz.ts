import { isReady } from '~/http/ready.server'

/** The process can do its work: the database answers and the content is there. */
export async function loader() {
  const ready = await isReady()
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers: { 'Content-Type': 'text/plain' } })
}
