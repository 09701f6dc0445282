import { notFound } from '~/http/context.server'

export function loader() {
  throw notFound()
}

export const action = loader

export default function NotFound() {
  return null
}
