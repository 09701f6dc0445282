import { useTranslation } from 'react-i18next'
import { DataList, type DataItem } from '~/components/primitives/DataList'
import { Notice } from '~/components/primitives/Notice'
import { useFormFault } from '~/http/form-fault'
import { revisionOf } from '~/http/revision'

/** Whether the form was sent after somebody else changed the same thing. */
export function useConflict(): boolean {
  return useFormFault().has('form', 'changedMeanwhile')
}

/** For the hidden field of a form: what its writer saw of the thing. */
export function useSeen(name: 'revision' | 'seen', now: number | string): string {
  return revisionOf(useFormFault(), now, name)
}

/** After such a conflict: what is there now. What was typed stays in the form below. */
export function NowThere({ items }: { items: DataItem[] }) {
  const { t } = useTranslation('coordinate')
  if (!useConflict()) return null
  return (
    <Notice kind="warning" title={t('form.nowTitle')}>
      <DataList items={items} />
      <p className="utrecht-paragraph">{t('form.nowText')}</p>
    </Notice>
  )
}
