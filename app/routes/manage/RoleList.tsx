import { useTranslation } from 'react-i18next'
import { UserText } from '~/components/primitives/UserText'

export interface ShownRole {
  role: 'trainer' | 'coordinator' | 'manager' | 'editor' | 'administrator'
  organisation: string | null
}

/** The roles of somebody, each on its own line with the organisation it is for. */
export function RoleList({ roles }: { roles: ShownRole[] }) {
  const { t } = useTranslation('manage')
  const { t: accounts } = useTranslation('accounts')
  if (roles.length === 0) return <span className="lk-soft">{t('people.noRole')}</span>
  return (
    <>
      {roles.map(({ role, organisation }) => {
        const name = accounts(`roles.${role}`)
        return (
          <div key={`${role} ${organisation}`}>
            {organisation ? (
              <>
                {t('people.roleAt', { role: name })} <UserText>{organisation}</UserText>
              </>
            ) : (
              name
            )}
          </div>
        )
      })}
    </>
  )
}
