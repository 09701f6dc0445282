import { useTranslation } from 'react-i18next'
import { Checkbox } from '~/components/primitives/Checkbox'
import type { ShownFault } from '~/http/form-fault'

/** Below a form with a text that looks like a name: who wrote it says that it is none. Once said, it stays said. */
export function IsNoName({ fault, field }: { fault: ShownFault; field: string }) {
  const { t } = useTranslation('groups')
  const said = fault.value('noNames') === 'on'
  if (!said && !fault.has(field, 'textLooksLikeName')) return null
  return <Checkbox name="noNames" label={t('session.isNoName')} defaultChecked={said} />
}
