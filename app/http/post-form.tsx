import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useFrame } from './frame'

interface PostFormProps {
  /** A form that is only a button, beside others. */
  inline?: boolean
  /** Where it goes. Default: the page's own address. */
  action?: string
  /** A form with a file in it, or with a text as long as one. */
  withFile?: boolean
  children: ReactNode
}

/**
 * A form that changes something: it posts to the page's own address, with the token that some browsers need. The browser's
 * own checks are off: their bubbles speak the language of the telephone, ours speak the language of the page.
 */
export function PostForm({ inline, action, withFile, children }: PostFormProps) {
  // Without the fragment that a link in an error summary leaves behind: with one, the browser would not move the focus to the
  // summary of the next try.
  const { pathname, search } = useLocation()
  return (
    <form
      className={inline ? undefined : 'lk-form'}
      method="post"
      action={action ?? pathname + search}
      encType={withFile ? 'multipart/form-data' : undefined}
      noValidate
    >
      <FormToken />
      {children}
    </form>
  )
}

/** The hidden field with the token, for forms that are made by a component. */
export function FormToken() {
  const { formToken } = useFrame()
  return formToken ? <input type="hidden" name="formToken" value={formToken} /> : null
}
