import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataList, type DataItem } from '~/components/primitives/DataList'
import { Notice } from '~/components/primitives/Notice'
import { useFormFault } from '~/http/form-fault'

/** Whether the form was sent after somebody else changed the same thing. */
export function useConflict(): boolean {
  return useActionData<{ errors?: Record<string, string> }>()?.errors?.form === 'changedMeanwhile'
}

/**
 * What a form says of the thing as its writer saw it. After a fault that stays what it was when the form was opened, so that
 * what somebody else changed meanwhile is not written over; only who was shown a conflict saw what is there now.
 */
export function useSeen(name: 'revision' | 'seen', now: number | string): string {
  const fault = useFormFault()
  return useConflict() ? String(now) : fault.value(name, String(now))
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
