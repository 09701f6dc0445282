// The one script of the site. Every page works without it; nothing is kept in the browser.
import { CopyElement } from './copy'
import { HeadCountElement } from './head-count'
import { LeaveElement } from './leave'
import { PrintElement } from './print'
import { SaveElement } from './save'
import { StepperElement } from './stepper'
import { SwapElement } from './swap'

const elements = {
  'lk-leave': LeaveElement,
  'lk-swap': SwapElement,
  'lk-print': PrintElement,
  'lk-copy': CopyElement,
  'lk-save': SaveElement,
  'lk-stepper': StepperElement,
  'lk-head-count': HeadCountElement,
}

for (const [name, element] of Object.entries(elements)) customElements.define(name, element)
