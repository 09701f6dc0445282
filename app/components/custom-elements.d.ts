import type { DetailedHTMLProps, HTMLAttributes } from 'react'

/** A custom element of app/enhance: without scripting it is a plain box around its content. */
type CustomElement = DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> & { class?: string }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lk-leave': CustomElement
      'lk-swap': CustomElement
      'lk-print': CustomElement
      'lk-listen': CustomElement
      'lk-copy': CustomElement
      'lk-save': CustomElement
      'lk-stepper': CustomElement
      'lk-head-count': CustomElement
      'lk-upload': CustomElement
      'lk-player': CustomElement
    }
  }
}
