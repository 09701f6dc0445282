import type { ShownFault } from './form-fault'

/**
 * The revision that a form is made from, for its hidden field. After a fault it stays what it was, so that somebody else's
 * change in between is still noticed; only who was shown that change goes on from it.
 * @param present the revision that is there now
 * @param field its name in the form
 */
export function revisionOf(fault: ShownFault, present: number | string, field = 'revision'): string {
  return fault.has('form', 'changedMeanwhile') ? String(present) : fault.value(field, String(present))
}
