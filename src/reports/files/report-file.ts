import { StreamableFile } from '@nestjs/common';
import { cleanFileName, dispositionOf } from '../../attachments/file-name';
import { dayOf } from '../../common/clock';
import type { Report } from '../content/report';
import type { Format } from '../report.schema';
import { renderCsv } from './render-csv';
import { renderDocx } from './render-docx';
import { renderXlsx } from './render-xlsx';

const MEDIA_TYPES: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
};
const RENDERERS: Record<Format, (report: Report) => Buffer | Promise<Buffer>> = {
  xlsx: renderXlsx,
  docx: renderDocx,
  csv: renderCsv,
};

/** A report as a file to download, named after its title and the day of its numbers. */
export async function reportFile(report: Report, format: Format): Promise<StreamableFile> {
  const content = await RENDERERS[format](report);
  const name = `${report.title} ${dayOf(new Date(report.asOf))}.${format}`.replace(/[\\/:*?"<>|]/g, ' ');
  return new StreamableFile(content, {
    type: MEDIA_TYPES[format],
    length: content.length,
    disposition: dispositionOf(cleanFileName(name) ?? `report.${format}`),
  });
}
