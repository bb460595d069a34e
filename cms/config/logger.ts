import { winston } from '@strapi/logger';

/** One JSON object a line for programs that read logs, where `KM_LOG=json` asks for it. */
export default process.env.KM_LOG === 'json'
  ? {
      level: 'http',
      transports: [
        new winston.transports.Console({
          format: winston.format.combine(
            winston.format.errors({ stack: true }),
            winston.format.timestamp(),
            winston.format.json()
          ),
        }),
      ],
    }
  : {};
