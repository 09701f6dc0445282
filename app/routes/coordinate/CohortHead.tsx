import { useTranslation } from 'react-i18next'
import { BackLink } from '~/components/patterns/BackLink'
import { SectionNav } from '~/components/patterns/SectionNav'
import { ErrorSummary, type FieldError } from '~/components/primitives/ErrorSummary'
import { Heading } from '~/components/primitives/Heading'
import { Notice } from '~/components/primitives/Notice'
import { UserText } from '~/components/primitives/UserText'
import { useFrame } from '~/http/frame'

export interface HeadedCohort {
  id: string
  name: string
  closed: boolean
}

const sections = ['overview', 'members', 'invitations', 'meetings', 'practice'] as const

interface CohortHeadProps {
  cohort: HeadedCohort
  /** The title of the page; null where the cohort's name is the title. */
  title: string | null
  errors?: FieldError[]
  /** The way back of a page below one of the sections. Default: to all cohorts. */
  back?: { href: string; words: string }
}

/** What every page of a cohort begins with: the way back, its sections, its faults and its title. */
export function CohortHead({ cohort, title, errors = [], back }: CohortHeadProps) {
  const { t } = useTranslation('coordinate')
  const { language, path } = useFrame()
  const [place = ''] = path.split('?')
  const base = `coordinate/cohorts/${cohort.id}`
  const links = sections.map((section) => {
    const address = section === 'overview' ? base : `${base}/${section}`
    const current =
      place === address ? ('page' as const) : section !== 'overview' && place.startsWith(`${address}/`) ? ('within' as const) : undefined
    return { href: `/${language}/${address}`, label: t(`pages.${section}`), ...(current ? { current } : {}) }
  })
  return (
    <>
      <div className="lk-no-print">
        <BackLink href={back?.href ?? `/${language}/coordinate/cohorts`}>{back?.words ?? t('cohort.all')}</BackLink>
        <SectionNav label={t('pages.label')} links={links} />
      </div>
      <ErrorSummary errors={errors} />
      <p className="lk-eyebrow lk-no-print">{title === null ? t('cohort.eyebrow') : <UserText>{cohort.name}</UserText>}</p>
      <div className="lk-no-print">
        <Heading level={1}>{title ?? <UserText>{cohort.name}</UserText>}</Heading>
      </div>
      {cohort.closed && (
        <Notice kind="info">
          <p className="utrecht-paragraph">{t('cohort.isClosed')}</p>
        </Notice>
      )}
    </>
  )
}
