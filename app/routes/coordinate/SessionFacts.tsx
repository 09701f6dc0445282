import { useTranslation } from 'react-i18next'
import { DataList } from '~/components/primitives/DataList'
import { UserText } from '~/components/primitives/UserText'
import { ageBands } from '~/domain/groups/head-count'
import { useFrame } from '~/http/frame'
import type { ShownSession } from '~/http/shown-session.server'
import { formatDate, formatNumber } from '~/i18n/formats'

/** What is known of a session: when, how many, about what. */
export function SessionFacts({ session }: { session: ShownSession }) {
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const { date, startsAt, place, present, firstTime, women, men, unknown, ages, topic, note, status } = session
  const number = (value: number | null) => formatNumber(language, value ?? 0)
  const counted = status === 'registered' || present !== null
  return (
    <DataList
      items={[
        {
          key: 'date',
          term: t('session.date'),
          value: (
            <>
              {formatDate(language, date)} {startsAt && <bdi dir="ltr">{startsAt}</bdi>}
            </>
          ),
        },
        ...(place ? [{ key: 'place', term: t('form.place'), value: <UserText>{place}</UserText> }] : []),
        ...(counted
          ? [
              { key: 'present', term: t('count.present'), value: number(present) },
              { key: 'firstTime', term: t('count.firstTime'), value: number(firstTime) },
              {
                key: 'who',
                term: t('session.whoTitle'),
                value: t('session.who', { women: number(women), men: number(men), unknown: number(unknown) }),
              },
            ]
          : []),
        ...(ages
          ? [
              {
                key: 'ages',
                term: t('session.agesTitle'),
                value: ageBands.map((band) => (
                  <div key={band}>
                    {t(`count.${band}`)}: {number(ages[band])}
                  </div>
                )),
              },
            ]
          : []),
        ...(topic
          ? [
              {
                key: 'topic',
                term: t('session.topic'),
                value: (
                  <bdi lang={topic.lang} dir={topic.dir}>
                    {topic.title}
                  </bdi>
                ),
              },
            ]
          : []),
        ...(note ? [{ key: 'note', term: t('session.note'), value: <UserText>{note}</UserText> }] : []),
      ]}
    />
  )
}
