import { useTranslation } from 'react-i18next'
import { DataList } from '~/components/primitives/DataList'
import { UserText } from '~/components/primitives/UserText'
import type { ShownGroupFacts } from '~/http/group-facts.server'
import { useFrame } from '~/http/frame'
import { formatDate } from '~/i18n/formats'

/** What is known of a group. */
export function GroupFacts({ facts }: { facts: ShownGroupFacts }) {
  const { t } = useTranslation('groups')
  const { language } = useFrame()
  const { programme, kind, audience, place, closedOn, organisation, municipality, languages, trainers } = facts
  return (
    <DataList
      items={[
        { key: 'kind', term: t('form.kind'), value: `${t(`kind.${kind}`)}, ${t(`audience.${audience}`)}` },
        { key: 'programme', term: t('form.programme'), value: t(`programme.${programme}`) },
        { key: 'organisation', term: t('form.organisation'), value: <UserText>{organisation}</UserText> },
        {
          key: 'where',
          term: t('form.where'),
          value: <UserText>{place ? `${municipality}, ${place}` : municipality}</UserText>,
        },
        {
          key: 'languages',
          term: t('form.languages'),
          value: languages.map(({ code, name, dir }, index) => (
            <span key={code}>
              {index > 0 && ' · '}
              <bdi lang={code} dir={dir}>
                {name}
              </bdi>
            </span>
          )),
        },
        {
          key: 'trainers',
          term: t('form.trainers'),
          value:
            trainers.length === 0
              ? t('group.noTrainers')
              : trainers.map(({ id, userName, cohort }) => (
                  <div key={id}>
                    {userName === null ? t('group.trainerGone') : <UserText>{userName}</UserText>}{' '}
                    <span className="lk-small lk-soft">
                      <UserText>{cohort}</UserText>
                    </span>
                  </div>
                )),
        },
        ...(closedOn ? [{ key: 'closed', term: t('group.closedOn'), value: formatDate(language, closedOn) }] : []),
      ]}
    />
  )
}
