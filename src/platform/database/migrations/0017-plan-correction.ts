import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A plan that nothing was put down to yet is still a draft: it may be taken out, or entered anew. */
export class PlanCorrection1669100000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      REVOKE DELETE ON ${PARTS.map(([table]) => table).join(', ')} FROM app_api;
      ${PARTS.map(([table]) => `DROP POLICY ${table}_correct ON ${table};`).join('\n')}
      DROP FUNCTION app.plan_in_use;
    `);
  }
}

/** Each table of a plan's own, and where its row says which plan. */
const PARTS = [
  ['plans', 'id'],
  ['plan_tracks', 'plan_id'],
  ['activities', 'plan_id'],
  ['targets', 'plan_id'],
  ['target_rules', '(SELECT plan_id FROM targets WHERE targets.id = target_id)'],
] as const;

const UP = `
  CREATE FUNCTION app.plan_in_use(plan uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM signings s JOIN activities a ON a.id = s.activity_id WHERE a.plan_id = plan)
      OR EXISTS (SELECT FROM activity_credits c WHERE c.plan_id = plan)
      OR EXISTS (SELECT FROM submissions r WHERE r.plan_id = plan)
      OR EXISTS (SELECT FROM user_activities u JOIN activities a ON a.id = u.activity_id WHERE a.plan_id = plan)
  $$;
  GRANT EXECUTE ON FUNCTION app.plan_in_use TO app_api, app_worker, app_backup;

  ${PARTS.map(
    ([table, plan]) => `
  CREATE POLICY ${table}_correct ON ${table} FOR DELETE USING (app.writes_all() AND NOT app.plan_in_use(${plan}));`,
  ).join('\n')}
  GRANT DELETE ON ${PARTS.map(([table]) => table).join(', ')} TO app_api;
`;
