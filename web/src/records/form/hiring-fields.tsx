import { Choice, Count, Day, Line, Words } from './choice';
import styles from '../../ui/form.module.css';

/** What a hiring need asks of people; pay is typed in 万元 a year. */
export function HiringFields() {
  return (
    <div className={styles.grid}>
      <Count name={['hiring', 'headcount']} says="field.headcount" min={1} max={10_000} isRequired />
      <Choice name={['hiring', 'tier']} says="field.tier" vocabulary="talent-tiers" isRequired />
      <Choice name={['hiring', 'education']} says="field.education" vocabulary="educations" />
      <Choice name={['hiring', 'degree']} says="field.degree" vocabulary="degrees" />
      <Words name={['hiring', 'fields']} says="field.field" />
      <Choice name={['hiring', 'skillLevel']} says="field.skillLevel" vocabulary="skill-levels" />
      <Choice name={['hiring', 'title']} says="field.title" vocabulary="titles" />
      <Count name={['hiring', 'minYears']} says="field.years" max={60} />
      <Line name={['hiring', 'city']} says="field.city" max={50} />
      <Choice
        name={['hiring', 'engagement']}
        says="field.engagement"
        vocabulary="engagements"
        multiple
        isRequired
      />
      <Choice
        name={['hiring', 'flexibleForms']}
        says="records.flexibleForms"
        vocabulary="flexible-forms"
        multiple
      />
      <Count name={['hiring', 'payMin']} says="need.payMin" isWhole={false} />
      <Count name={['hiring', 'payMax']} says="need.payMax" isWhole={false} />
      <Day name={['hiring', 'arrivalBy']} says="field.arrivalBy" />
      <Line name={['hiring', 'benefits']} says="field.benefits" max={2000} />
    </div>
  );
}
