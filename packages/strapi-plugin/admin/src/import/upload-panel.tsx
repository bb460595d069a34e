import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  ProgressBar,
  Radio,
  Typography,
} from '@strapi/design-system';
import { Download, File, Upload } from '@strapi/icons';
import { useId, useRef, useState } from 'react';
import type { DataSetInfo, ImportOptions } from './api';
import { sizeOf } from './figures';
import { useWords } from './say';
import { useDownload } from './use-download';
import { useUpload } from './use-upload';

interface UploadPanelProps {
  dataSet: DataSetInfo;
  onBegun(job: string): void;
}

/** Asks for a file and what has to be known of it, and sends it. */
export function UploadPanel({ dataSet, onBegun }: UploadPanelProps) {
  const say = useWords();
  const download = useDownload();
  const { sent, send, stop } = useUpload();
  const [file, setFile] = useState<File | null>(null);
  const [options, setOptions] = useState<ImportOptions>({
    unit: 'baht',
    scope: 'months',
    sample: false,
  });
  const [failure, setFailure] = useState<string | null>(null);
  const input = useId();
  const picker = useRef<HTMLInputElement>(null);
  const isSending = sent !== null;
  const isTooLarge = file !== null && file.size > dataSet.maxBytes;

  async function begin() {
    if (!file || isTooLarge) return;
    setFailure(null);
    const outcome = await send(dataSet.name, file, options);
    if ('job' in outcome) onBegun(outcome.job.id);
    else setFailure(outcome.refusal ?? say('upload.failed'));
  }

  const template = (ending: string) =>
    download(
      `/km/imports/data-sets/${dataSet.name}/template.${ending}`,
      `${dataSet.name}-template.${ending}`
    );

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Box>
        <Typography variant="beta" tag="h2">
          {say('upload.title')}
        </Typography>
        <Typography tag="p" textColor="neutral600">
          {say(`about.${dataSet.name}`)}
        </Typography>
      </Box>
      <Flex gap={2} wrap="wrap">
        <Button variant="tertiary" startIcon={<Download />} onClick={() => void template('csv')}>
          {say('template.csv')}
        </Button>
        <Button variant="tertiary" startIcon={<Download />} onClick={() => void template('xlsx')}>
          {say('template.xlsx')}
        </Button>
      </Flex>
      <Field.Root
        id={input}
        hint={say('upload.hint', { size: sizeOf(dataSet.maxBytes) })}
        error={isTooLarge ? say('upload.tooLarge', { size: sizeOf(dataSet.maxBytes) }) : undefined}
        required
      >
        <Field.Label>{say('upload.file')}</Field.Label>
        <Flex gap={3} alignItems="center" wrap="wrap">
          <Button
            variant="secondary"
            startIcon={<File />}
            disabled={isSending}
            aria-describedby={`${input}-hint ${input}-error`}
            onClick={() => picker.current?.click()}
          >
            {say(file ? 'upload.chooseOther' : 'upload.choose')}
          </Button>
          <Typography aria-live="polite" style={{ overflowWrap: 'anywhere' }}>
            {file ? `${file.name} (${sizeOf(file.size)})` : say('upload.none')}
          </Typography>
        </Flex>
        {/* The browser's own control speaks the browser's language and cannot be styled. */}
        <input
          id={input}
          ref={picker}
          type="file"
          accept=".csv,.xlsx,text/csv"
          tabIndex={-1}
          hidden
          onChange={({ target }) => setFile(target.files?.[0] ?? null)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      {dataSet.hasUnit && (
        <Choice
          label={say('unit')}
          hint={options.unit === 'thousandBaht' ? say('unit.warning') : say('unit.hint')}
          value={options.unit}
          names={{ baht: say('unit.baht'), thousandBaht: say('unit.thousandBaht') }}
          onChange={(unit) => setOptions({ ...options, unit })}
        />
      )}
      {dataSet.name !== 'authority' && (
        <Choice
          label={say('scope')}
          hint={say(`scope.${options.scope}.hint.${dataSet.name}`)}
          value={options.scope}
          names={{
            months: say(`scope.months.${dataSet.name}`),
            authorities: say('scope.authorities'),
          }}
          onChange={(scope) => setOptions({ ...options, scope })}
        />
      )}
      <Checkbox
        checked={options.sample}
        onCheckedChange={(sample: boolean | 'indeterminate') =>
          setOptions({ ...options, sample: sample === true })
        }
      >
        {say('sample')}
      </Checkbox>
      {failure && (
        <Box role="alert" background="danger100" padding={4} hasRadius>
          <Typography textColor="danger700">{failure}</Typography>
        </Box>
      )}
      <Flex gap={3} alignItems="center" wrap="wrap">
        <Button
          startIcon={<Upload />}
          disabled={!file || isTooLarge}
          loading={isSending}
          onClick={() => void begin()}
        >
          {say('upload.send')}
        </Button>
        {isSending && (
          <>
            <Box width="240px" maxWidth="100%">
              <ProgressBar
                value={Math.round(sent * 100)}
                aria-label={say('upload.progress', { percent: Math.round(sent * 100) })}
              />
            </Box>
            <Typography aria-live="polite">
              {say('upload.progress', { percent: Math.round(sent * 100) })}
            </Typography>
            <Button variant="tertiary" onClick={stop}>
              {say('upload.stop')}
            </Button>
          </>
        )}
      </Flex>
    </Flex>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  hint: string;
  value: Value;
  names: Record<Value, string>;
  onChange(value: Value): void;
}

function Choice<Value extends string>({ label, hint, value, names, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <Box>
      <Typography id={id} variant="pi" fontWeight="bold" tag="p">
        {label}
      </Typography>
      <Box paddingTop={2} paddingBottom={2}>
        <Radio.Group
          aria-labelledby={id}
          aria-describedby={`${id}-hint`}
          value={value}
          onValueChange={(chosen: string) => onChange(chosen as Value)}
        >
          <Flex gap={5} wrap="wrap">
            {(Object.entries(names) as [Value, string][]).map(([name, title]) => (
              <Radio.Item key={name} value={name}>
                {title}
              </Radio.Item>
            ))}
          </Flex>
        </Radio.Group>
      </Box>
      <Typography id={`${id}-hint`} variant="pi" textColor="neutral600" tag="p">
        {hint}
      </Typography>
    </Box>
  );
}
