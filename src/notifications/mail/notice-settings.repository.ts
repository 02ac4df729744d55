import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { NoticeSettingsEntity } from './notice-settings.entity';

@Injectable()
export class NoticeSettingsRepository {
  find(userId: string, tx: EntityManager): Promise<NoticeSettingsEntity | null> {
    return tx.findOneBy(NoticeSettingsEntity, { userId });
  }

  ofUsers(userIds: readonly string[], tx: EntityManager): Promise<NoticeSettingsEntity[]> {
    return tx.findBy(NoticeSettingsEntity, { userId: In([...userIds]) });
  }

  async store(settings: NoticeSettingsEntity, tx: EntityManager): Promise<void> {
    await tx.upsert(NoticeSettingsEntity, settings, ['userId']);
  }

  /** Takes those who want a mail a day, have had none on `today` and have something to read; marks them as sent to. */
  async takeDueDigests(today: string, tx: EntityManager): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE notice_settings s SET digest_on = $1
       WHERE s.mail = 'daily' AND s.email IS NOT NULL AND (s.digest_on IS NULL OR s.digest_on < $1)
         AND EXISTS (SELECT FROM notices n WHERE n.user_id = s.user_id AND n.read_at IS NULL AND n.mailed_at IS NULL)
       RETURNING s.user_id AS id`,
      [today],
    );
    return rows.map(({ id }) => id);
  }
}
