/**
 * A cookie's value from a Cookie header, as it stands there. The name has to match to the letter: what a browser guarantees of
 * a `__Host-` cookie, it guarantees of this spelling only.
 */
export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const text = part.trim()
    if (text.startsWith(`${name}=`)) return text.slice(name.length + 1)
  }
  return null
}
