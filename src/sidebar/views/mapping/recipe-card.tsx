/** What is proposed for a recognised export, to be applied with one press. */
import { useEffect, useState } from 'preact/hooks';
import type { Recipe, RecipeLine } from '../../../core/check/recipe.ts';
import type { MappingView } from '../../../core/contract/mapping-view.ts';
import { count } from '../../../core/words/counts.ts';
import type { MappingDraft } from '../../model/mapping/mapping-state.ts';
import { saveObstacle } from '../../model/mapping/save-obstacle.ts';
import { type ValuesForAll, withValueOf } from '../../model/run/correction.ts';
import type { SidebarVerbs } from '../../model/sidebar.ts';
import { ActionButton, Obstacle } from '../../parts/action-button.tsx';
import { mayBeOneForAll, ValueForAll } from '../../parts/value-for-all.tsx';

/** What the card needs. */
export interface RecipeCardProps {
  readonly recipe: Recipe;
  readonly mapping: MappingDraft;
  readonly verbs: SidebarVerbs;
}

/** What is proposed for the tab; `null` where all is settled, and until it is known. */
export function useRecipe(view: MappingView, { askRecipe }: Pick<SidebarVerbs, 'askRecipe'>): Recipe | null {
  const [recipe, setRecipe] = useState<Recipe | null>(null);
  // Asked anew for another tab, and whenever its settings were saved.
  useEffect(() => {
    let isWanted = view.knownExport !== undefined;
    setRecipe(null);
    if (isWanted) void askRecipe().then((answer) => isWanted && answer.ok && setRecipe(answer.value));
    return () => {
      isWanted = false;
    };
  }, [askRecipe, view]);
  return recipe;
}

/** Every field that the export's files lack, how many rows that is, and what happens to them. */
export function RecipeCard({ recipe, mapping, verbs }: RecipeCardProps) {
  const [values, setValues] = useState<ValuesForAll>({});
  const obstacle = saveObstacle(mapping);
  return (
    <section class="notice notice-pending" aria-labelledby="recipe-heading">
      <h3 id="recipe-heading">What a {recipe.exportName} seldom has</h3>
      <p>Rows that lack one of these are sent without it, instead of being held:</p>
      <ul class="facts">
        {recipe.lines.map((line) => (
          <li key={line.field}>
            <RecipeLineItem line={line} values={values} onChoose={setValues} />
          </li>
        ))}
      </ul>
      <p class="quiet">The first run asks the platform with one row whether it takes that.</p>
      <ActionButton
        tone="main"
        obstacleId={obstacle && 'recipe-obstacle'}
        onPress={() => void verbs.applyRecipe(recipe, values)}
      >
        Send without {count(recipe.lines.length, 'field')} where empty
      </ActionButton>
      <Obstacle id="recipe-obstacle" reason={obstacle} />
    </section>
  );
}

interface RecipeLineItemProps {
  readonly line: RecipeLine;
  readonly values: ValuesForAll;
  readonly onChoose: (values: ValuesForAll) => void;
}

/** What is done about a field; one without a column may have one value that is true of every row. */
function RecipeLineItem({ line: { field, rows, words, isUnfed }, values, onChoose }: RecipeLineItemProps) {
  if (isUnfed !== true || !mayBeOneForAll(field)) return <>{words}</>;
  return (
    <ValueForAll
      field={field}
      words={`Send ${count(rows, 'row')}`}
      value={values[field]}
      onChoose={(value) => onChoose(withValueOf(values, field, value))}
    />
  );
}
