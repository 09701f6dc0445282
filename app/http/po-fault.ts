import { useFormFault, type ShownFault } from './form-fault'
import { useSaved } from './saved'

/** The fault of a form that takes a translator's file. One that is far too large does not reach the page's action. */
export function usePoFault(): ShownFault {
  return useFormFault(useSaved('tooLarge') ? { file: 'poTooLarge' } : {})
}
