import { useTranslation } from 'react-i18next'
import { Button } from '~/components/primitives/Button'
import { Checkbox } from '~/components/primitives/Checkbox'
import { DataList } from '~/components/primitives/DataList'
import { Heading } from '~/components/primitives/Heading'
import { Link } from '~/components/primitives/Link'
import { Notice } from '~/components/primitives/Notice'
import type { FaultLine } from '~/domain/groups/import/faults'
import type { ShownFault } from '~/http/form-fault'
import { useFrame } from '~/http/frame'
import { PostForm } from '~/http/post-form'
import { formatNumber } from '~/i18n/formats'
import { ImportFaults } from './ImportFaults'

interface ImportCheckProps {
  check: {
    faultCount: number
    faults: FaultLine[]
    doubts: FaultLine[]
    unread: string[]
    counts: { rows: number; newGroups: number; knownGroups: number; sessions: number; attendances: number; reached: number }
    /** Id of the import with which the same file was brought in. */
    before: string | null
    /** The spreadsheet, when it can be brought in. */
    text: string | null
  }
  fault: ShownFault
}

const shownCounts = ['newGroups', 'knownGroups', 'sessions', 'attendances', 'reached'] as const

/** What a dry run found: all that has to be mended, or what will be brought in and the button for it. */
export function ImportCheck({ check, fault }: ImportCheckProps) {
  const { t } = useTranslation('import')
  const { language } = useFrame()
  const { faultCount, faults, doubts, unread, counts, before, text } = check
  if (before) {
    return (
      <Notice kind="info" role="status" title={t('beforeTitle')}>
        <p className="utrecht-paragraph">
          {t('beforeText')} <Link href={`/${language}/coordinate/import/${before}`}>{t('beforeLink')}</Link>
        </p>
      </Notice>
    )
  }
  return (
    <>
      {faultCount > 0 ? (
        <Notice kind="warning" role="status" title={t('faultsTitle', { count: faultCount })}>
          <p className="utrecht-paragraph">{t('faultsText')}</p>
        </Notice>
      ) : (
        <Notice kind="success" role="status" title={t('readyTitle')}>
          <p className="utrecht-paragraph">{t('readyText')}</p>
        </Notice>
      )}
      {unread.length > 0 && (
        <p className="utrecht-paragraph">
          {t('unread')} <bdi>{unread.join(' · ')}</bdi>
        </p>
      )}
      {faults.length > 0 && <ImportFaults caption={t('faultsCaption')} faults={faults} />}
      {faultCount === 0 && (
        <DataList
          items={shownCounts.map((name) => ({ key: name, term: t(`counts.${name}`), value: formatNumber(language, counts[name]) }))}
        />
      )}
      {doubts.length > 0 && (
        <>
          <Heading level={2}>{t('doubtsTitle')}</Heading>
          <p className="utrecht-paragraph">{t('doubtsText')}</p>
          <ImportFaults caption={t('doubtsCaption')} faults={doubts} />
        </>
      )}
      {text !== null && (
        <PostForm withFile>
          <input type="hidden" name="sheet" value={text} />
          {doubts.length > 0 && <Checkbox name="noNames" label={t('noNamesBox')} error={fault.error('noNames')} />}
          <Button name="intent" value="write">
            {t('write')}
          </Button>
        </PostForm>
      )}
    </>
  )
}
