import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Heading } from '~/components/primitives/Heading'
import { Table } from '~/components/primitives/Table'
import { getCatalogue } from '~/content/read'
import { contentState } from '~/content/state'
import { maySeeContentState } from '~/domain/accounts/policy'
import { requireAccount, requireLanguage } from '~/http/context.server'
import { courseTitle } from '~/http/course-titles.server'
import { useFrame } from '~/http/frame'
import { lessonsToMend } from '~/http/content-state.server'
import { manageSections } from '~/http/manage-sections.server'
import { privatePageTitle } from '~/http/page'
import { formatNumber } from '~/i18n/formats'
import { directionOf, languageNames } from '~/i18n/languages'
import { LessonsToMend } from './LessonsToMend'
import { ManageNav } from './ManageNav'

export { managementStyles as links } from '~/http/management-styles'
export const meta: MetaFunction = ({ params }) => privatePageTitle(params, 'content')

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params)
  const person = requireAccount(context, { request, language, may: maySeeContentState })
  const catalogue = getCatalogue()
  const rows = contentState(catalogue)
  return {
    sections: manageSections(person),
    courses: catalogue.courses.map((course) => {
      const { title, lang, dir } = courseTitle(course, language)
      const own = rows.filter((row) => row.course === course.id)
      return {
        id: course.id,
        title,
        lang,
        dir,
        rows: own.map((row) => ({
          language: row.language,
          present: row.present,
          total: row.lessons,
          counts: { missing: row.missing.length, stale: row.stale.length, draft: row.draft.length, reviewed: row.reviewed.length },
          words: row.words,
          about: row.about,
        })),
        toMend: own.map((row) => lessonsToMend(course, row, language)).filter(({ missing, stale }) => missing.length + stale.length > 0),
      }
    }),
  }
}

const counted = ['missing', 'stale', 'draft', 'reviewed'] as const

export default function ContentState() {
  const { sections, courses } = useLoaderData<typeof loader>()
  const { t } = useTranslation('manage')
  const { language } = useFrame()
  return (
    <>
      <ManageNav sections={sections} />
      <Heading level={1}>{t('content.title')}</Heading>
      <p className="utrecht-paragraph utrecht-paragraph--lead">{t('content.intro')}</p>
      {courses.map((course) => (
        <section key={course.id}>
          <Heading level={2} lang={course.lang} dir={course.dir}>
            {course.title}
          </Heading>
          <Table
            caption={
              <>
                {t('content.title')}:{' '}
                <bdi lang={course.lang} dir={course.dir}>
                  {course.title}
                </bdi>
              </>
            }
            columns={[
              { key: 'language', header: t('content.language') },
              { key: 'lessons', header: t('content.lessons'), number: true },
              ...counted.map((key) => ({ key, header: t(`content.${key}`), number: true })),
              { key: 'words', header: t('content.words'), number: true },
              { key: 'about', header: t('content.about') },
            ]}
            rows={course.rows.map((row) => ({
              id: row.language,
              cells: {
                language: (
                  <span lang={row.language} dir={directionOf(row.language)}>
                    {languageNames[row.language]}
                  </span>
                ),
                lessons: (
                  <span className="lk-nowrap">
                    {t('content.lessonsValue', { present: formatNumber(language, row.present), total: formatNumber(language, row.total) })}
                  </span>
                ),
                ...Object.fromEntries(
                  counted.map((key) => [
                    key,
                    row.counts[key] === 0 ? <span className="lk-soft">0</span> : formatNumber(language, row.counts[key]),
                  ]),
                ),
                words: formatNumber(language, row.words),
                about: t(`content.aboutState.${row.about}`),
              },
            }))}
          />
          {course.toMend.length === 0 ? (
            <p className="utrecht-paragraph">{t('content.complete')}</p>
          ) : (
            <LessonsToMend course={course.id} languages={course.toMend} />
          )}
        </section>
      ))}
    </>
  )
}
