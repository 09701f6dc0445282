import { useTranslation } from 'react-i18next'
import { Link } from '~/components/primitives/Link'
import type { slotPage } from '~/http/library-files.server'
import { directionOf } from '~/i18n/languages'

type Place = Awaited<ReturnType<typeof slotPage>>['missing'][number]

/** Places of an item by role, each with its languages; linked to the pages where a file comes into them. */
export function PlaceList({ places, linked = false }: { places: Place[]; linked?: boolean }) {
  const { t } = useTranslation('media')
  const roles = [...new Set(places.map(({ role }) => role))]
  return (
    <ul className="utrecht-unordered-list">
      {roles.map((role) => (
        <li key={role} className="utrecht-unordered-list__item">
          {t(`roles.${role}`)}:{' '}
          {places
            .filter((place) => place.role === role)
            .map(({ language, name, href }, index) => (
              <span key={language}>
                {index > 0 && ' · '}
                {linked ? (
                  <Link href={href} lang={language} dir={directionOf(language)}>
                    {name}
                  </Link>
                ) : (
                  <bdi lang={language}>{name}</bdi>
                )}
              </span>
            ))}
        </li>
      ))}
    </ul>
  )
}
