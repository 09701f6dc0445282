import { useTranslation } from 'react-i18next'
import { UserText } from '~/components/primitives/UserText'
import type { Tree } from '~/domain/accounts/organisation-tree'
import type { OrganisationKind } from '~/domain/accounts/organisations.server'

export type OrganisationNode = Tree<{
  id: string
  name: string
  kind: OrganisationKind
  parentId: string | null
  municipality: string | null
}>

/** Organisations, each above those that belong to it. */
export function OrganisationTree({ tree, label }: { tree: OrganisationNode[]; label?: string }) {
  const { t } = useTranslation('manage')
  return (
    <ul className={label ? 'lk-tree' : undefined} aria-label={label}>
      {tree.map(({ id, name, kind, municipality, children }) => (
        <li key={id}>
          <div className="lk-tree__row">
            <UserText>{name}</UserText>
            <span className="lk-small lk-soft">
              {t(`organisations.kind.${kind}`)}
              {municipality && (
                <>
                  {' · '}
                  <UserText>{municipality}</UserText>
                </>
              )}
            </span>
          </div>
          {children.length > 0 && <OrganisationTree tree={children} />}
        </li>
      ))}
    </ul>
  )
}
