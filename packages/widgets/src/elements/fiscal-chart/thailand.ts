// Written by scripts/draw-map.mjs; change that, not this.
// Map of Thailand by MapSVG (https://mapsvg.com/maps/thailand), CC BY 4.0, simplified.

/** Width and height of the drawing. */
export const mapSize = [561, 1026] as const;

/** Letters that stand for steps, the middle one for none. */
export const letters =
  '#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~';

/** A ring: where it begins, then its pieces as steps, or as the number of a piece met before. */
export type Ring = readonly [x: number, y: number, ...pieces: (string | number)[]];

/** Rings of each province, by its code, and of Lake Songkhla, which is no province's. */
export const outlines: readonly (readonly [code: string, rings: readonly Ring[]])[] = [
  ['10', [[217, 457, '[S^N', 'QYKX', 'FNOUDOPTLPPW', 'MQ', 'K?', 'OJ', 'YRVLQI']]],
  ['11', [[210, 488, 2, 'WRH^', 'BMDQ']]],
  ['12', [[202, 446, 'RY^R', 6, 'LIQB', 'TQ']]],
  ['13', [[235, 437, 'XN', 'NTPc', 'PQ', 0, 9, '_PdG']]],
  ['14', [[214, 407, 'VR', 'PWUNWQNSU^PV', 15, 11, 'NK', 'R@NM', '[NPTVOQA']]],
  ['15', [[195, 399, 'WRYS', 'SS', 20, 'MMOJSC']]],
  [
    '16',
    [
      [
        272,
        345,
        'Qb',
        'NUS`',
        'LSCWLONYIMOVIKJPIWMOPU',
        16,
        22,
        'QNLDSIMN',
        'ZDTIRIWMOM',
        '^UUW[QXLQCTP',
      ],
    ],
  ],
  ['17', [[202, 377, 'VT', 27, 21, 'MFQO', 'UOMJWL']]],
  ['18', [[186, 356, 'WSTVU]', 32, 'KSJMPREQEK', 'VHLKNIUMVRUOWRSF']]],
  ['19', [[220, 409, 26, 'S]EZJMQ]NSTU', 'KYHKQUHU', 12, 17]]],
  [
    '20',
    [[245, 490, 'VMNNXMWRWWVTVPRUWTSV', 'OR', 'LPJVJSCNDQN_MTNX', 'NULKLQPIULLIUHLLTHNIULPH']],
  ],
  ['21', [[246, 546, 40, 'OSTYSSSXMY', 'HQNRCQMRJMCNGQ']]],
  ['22', [[339, 564, 'LVLPFGHILQLHKM', 42, 39, 'WMUPQLUM', 'SWUNRKUUZM', 'U`TUS_NT', 'HUPUKST[']]],
  [
    '23',
    [
      [339, 564, 48, 'QVYTY_LRN_UWQUU_JGPIFGNLMSRXIHCNOKWKPL'],
      [333, 582, 'URVYFOMFRP'],
      [352, 610, 'SSOXKMQHRP'],
      [346, 603, 'RPNQPO'],
    ],
  ],
  ['24', [[241, 457, '`O', 'RXTNgVSTUPUKV]UT', 'OTUXQU', 45, 38, 'GP', 7, 1, 14]]],
  ['25', [[276, 427, 'PL[QZYPMVP[TNTYV', 'LWIRQVMSSVO_NQ', 54, 'UJWONKYIUOOIMN']]],
  ['26', [[263, 421, 'RN[X', 59, 53, 13, 37]]],
  ['27', [[321, 444, '_RXM', 'XRTMVSWMYP', 'O[GVOUKWFWUSJSEOOd', 46, 55, 58]]],
  [
    '30',
    [
      [
        273,
        362,
        'cKXQRMUSSKWOSFTNRIUPVL',
        'VWWN]QVU',
        'PVSTUOWVMSP^HRLVPSJWHOMZJQTaOTXQMXSTUQ?Z',
        61,
        57,
        60,
        36,
        25,
      ],
    ],
  ],
  [
    '31',
    [[377, 330, 'TSOVY]', 'OUZX_MTTKSOZ', 'QP', 'NWQTNUHWOWMUR[OW', 'LPHSHX', 62, 66, 'VPPGTO']],
  ],
  ['32', [[389, 351, 'aVSN', ']N]QZNVU', 'WSHUPXRQP[IZWTSYOXR_', 'HQ8JHTBQNQ', 70, 'OP', 68]]],
  ['33', [[448, 357, 'QMXH', 'Y^WRST', 'XRZPRWNTQZXTPVV[MPNWSTNTUR', 'INHSMNIUBNMNGTJP', 75]]],
  [
    '34',
    [
      [
        510,
        426,
        80,
        'QKMIRJWO',
        'SQVIOMaXTNNMQHTNSDPKSL',
        '[S^RKWW[TPWSRSMbJSPUUOQTHVPVVSTUKTRSMTPdIYIRJTLONWJRLIPMJM',
      ],
    ],
  ],
  ['35', [[473, 293, 'ZNUX^S', 'TROTCOLQL[MSM_RVTT', 82, 79, 'TLMCGPRKPHTQRFWMWHRM']]],
  ['36', [[272, 345, 'REJLTGLGRIRMRBUJSFSNOJUTXQ', 'WPYTVXYOTTYPTTMZG]WVLYPT', 64, 24]]],
  ['37', [[501, 302, 'SP[J', 'U^', 83, 86]]],
  ['38', [[409, 177, 'IISGKNQK', 'MKTLWO_SVTXPRTXLVYSWVW', 'KQQTLUMNMSRT', 'NRKIFOMLJNNKJNPUIR']]],
  ['39', [[320, 201, 'aMQYW`PTZQHTW[VT', 'QRK_?LLKKRFN', 'MLXJLKLNSKJHRLOJTQULMG']]],
  [
    '40',
    [[359, 246, 'SIXXPXVR]K', 'QVTMNXQW', 'KZGTPS', 'PQ', 'IXScPVSZ', 72, 65, 89, 'SI', 'dG', 97]],
  ],
  [
    '41',
    [
      [
        318,
        169,
        'ST^SZ]RUTOVUNU]PTKQGRKTPSUTKXVVJTRWM',
        'MXSTOXIYQWLURSZUTO^XOV',
        'KJKTOZKWMIHLFPOT',
        99,
        96,
        'MONIRKOERH',
      ],
    ],
  ],
  [
    '42',
    [
      [
        321,
        160,
        'MY',
        109,
        98,
        105,
        'LQLHQKLHKTOL=MNMLWLQPXMP',
        'NNQFTEHIKOPIKOSGUQ',
        '_XZCaFRJZMTEXS^C',
      ],
    ],
  ],
  ['43', [[409, 177, 'PU', 106, 110, '^[[VZQOXVSPKWL]KTRTLPJTMSIWM', 92]]],
  ['44', [[392, 270, 'RWNTQY[PUVSWSN', 'MVQUMhKOKUPTVUSOOX', 73, 67, 103, 'PO', 101]]],
  ['45', [[465, 285, 'TNTZ', 87, 78, 74, 117, 'ZQVNRJLK[JTRWOQTXLUQ']]],
  ['46', [[388, 252, 108, 'ROVUQUZXVJSS', '[fPV', 120, 116, 100]]],
  ['47', [[409, 177, 95, 'STQWL^TVVMbOO[RSK]SRFY', 'GQMU', 121, 107, 114]]],
  ['48', [[498, 259, 'LQMKGQELMSNM', 123, 94, 'V[USW[aYVZQ]K`R[NS']]],
  ['49', [[466, 252, 125, 'SWN[WWSWVU', 90, 85, 119, 122, 124]]],
  [
    '50',
    [
      [
        147,
        23,
        'SSFZNURVLVJUTXNSSbMUW_',
        'OYNQQWMURVMU',
        'JKQLJLGSKYGVIQMZXTR]NUTQRZORES',
        'LSNKIOR_TSKUSUPZINJRKHSKMIFSMI',
        'SMPIGHUKTRWLSJHMNDRLIJTKWKHKN@ULQLVDVPSXYQWMNDP>LGKK',
        'WOZKTQTLZUSHOKTCVN[UXNUL',
      ],
    ],
  ],
  ['51', [[91, 191, 130, 'KSH`JQUiUTPTKOL_GNPX', 'CUNBTNLJ']]],
  [
    '52',
    [
      [
        139,
        105,
        '[FNNSGOGYR',
        'PZU^TTaZST',
        'OVQ]LPMZMQLXMPF`KQEZIZSUTN',
        'PTK_UXOXLSJL',
        'MFHUILGF',
        134,
        129,
      ],
    ],
  ],
  [
    '53',
    [
      [
        246,
        193,
        'HSG[JTMUDPCUQWAVMO',
        'OISMPFJLPKTNOJKI',
        'TRSLZNWIVUQITN',
        '^N[QZGPJ]F',
        'VSMVTSNWQTLXITNZ',
      ],
    ],
  ],
  ['54', [[187, 118, 'SN]R', 'TUMTSSNUSVYPPULUQTLYMRQX', 143, 'IQLULJKOKQMU', 138]]],
  [
    '55',
    [
      [
        253,
        148,
        144,
        147,
        'VFRIVTTNNJUOMGJEUKIOPHKF',
        'RL',
        'cNNXO]WTXHYNWTVNUQOXLPNUU]PXWUIZN^SRJVPTKRLVST',
      ],
    ],
  ],
  ['56', [[207, 52, 149, 146, 137, 'ON^MSTZLQIUPWJTPVI']]],
  ['57', [[209, 48, 150, 152, 136, 128, 'SLMNLD`VSNVPTIVNXVRZTPVEUPUZ[[KaLV']]],
  [
    '58',
    [
      [
        76,
        56,
        132,
        'LMKBMQKVIP',
        'LITILCKJRMJMMTLLLCQLSUVQQMWMXPPHNBKLUMPLVLQGLMTNMLVENK]KPDWRWXVNYQ',
      ],
    ],
  ],
  [
    '60',
    [
      [
        182,
        302,
        'Yd]LORYQ^LWO',
        'PWTaOWLT',
        28,
        30,
        33,
        'KJKPODKTGKKQFXNPII@G',
        'MI',
        'YLTTUMXRTNXUVPTLSIVNWF',
      ],
    ],
  ],
  ['61', [[121, 330, 158, 35, 'KPOSCLOLJNMV', 'GMFNOH', 'SIW-']]],
  ['62', [[141, 254, 'TNVTSVZVVL', 'SQPXWR', 'RULYT^', 160, 'QALNRJNMPHLHYQYJOIVFTPSK']]],
  [
    '63',
    [
      [
        27,
        191,
        154,
        131,
        135,
        140,
        'Q[TRSUPY',
        167,
        159,
        163,
        'NLKN@7KN',
        'NNUCOIMLUOUJZPPJUHMJLPFZMFRNJHPKLOMJSDLHINKKNJGHHCCDLI',
      ],
    ],
  ],
  ['64', [[144, 194, 148, 142, 'NWZVQUETNWLR', 164, 168, 139]]],
  ['65', [[244, 205, 112, 'EXRUJYNZIRLW', 'MQOAPKEVMNFPPJAS', 165, 171, 141, 'QSMY']]],
  ['66', [[180, 275, 173, 'TULXPVXS', 156, 166]]],
  ['67', [[251, 252, 111, 104, 88, 29, 157, 175, 172]]],
  [
    '70',
    [[171, 457, 'SQOWSPPWUOSW', 'MSPW', 'IOL^', 'IOJTPUFPLRHLKWLL', 'NJRGM;', 'XMUQXLUTXJYRUF']],
  ],
  [
    '71',
    [
      [
        83,
        339,
        169,
        162,
        'RSNVUWUORVVNPKWOXWTVO^P_KSOVXS',
        'OTSS',
        181,
        'MMOHJLMFKN>BLKKFDDKHPJNKQLMLQGTPSJWTQJTMWQO<',
      ],
    ],
  ],
  ['72', [[131, 385, 161, 34, 31, 23, 19, 'HTCQJU', 182]]],
  ['73', [[196, 440, 18, 10, 5, 'HUJOLR', 176, 183, 185]]],
  ['74', [[202, 472, 4, 'FQDT', 'LJ', 177, 186]]],
  ['75', [[170, 500, 178, 188, 'GX', 'JTPJ']]],
  ['76', [[126, 509, 179, 190, 'OSYWRWLVKaOW', 'GPLSMLJPOWNNFO', 'DGKGQIJHQGVP']]],
  [
    '77',
    [
      [
        141,
        551,
        192,
        'SeNUSUF^MXPWJWJ[J`RVJSP^',
        'JRGOHL',
        'ZCQIVKOKVKOKWOUIRIJMQHLNRGJQPGMKQLMLRG',
      ],
    ],
  ],
  [
    '80',
    [
      [
        202,
        868,
        'CT',
        'ISJLFPKR',
        'PGIOJWHQOK',
        'OFJOREMN',
        'MKQLZKSIUJPHTKXNSJR<',
        'TQU_P^SeTRU[VRPHRTU_Tf',
      ],
    ],
  ],
  [
    '81',
    [
      [92, 821, 'SMVQVVQYWUUP[S', 200, 'OQ', 'OP', 'JVRZLS', 'HJOLLMSJKTLMLHKSIKQIMGKRRG', 'SB'],
      [115, 873, 'USOWLQNGRN'],
      [114, 887, 'STQXLJPJ'],
      [116, 885, 'UROTJLRN'],
      [109, 873, 'RULLRO'],
      [113, 871, 'RRNRPL'],
      [111, 868, 'PVOKQO'],
      [117, 869, 'PQORQM'],
    ],
  ],
  [
    '82',
    [
      [71, 772, 'WS', 'RSL^SULROUTQWVOUMTTRWP', 208, 'KTFSRWMUFLK8SIS>UFMHUE'],
      [64, 784, 'SWJSQGRO'],
      [81, 857, 'UTNRMJ'],
      [63, 795, 'SRLXQF'],
      [87, 851, 'OVNPSJ'],
      [65, 778, 'MVSJ'],
      [67, 785, 'PRNNRP'],
    ],
  ],
  ['83', [[64, 850, 'TVVSMVSVJTMUMGRIPB']]],
  [
    '84',
    [
      [94, 755, 'RJWM[SYO', 'U`SULUPUVQTTXNRKVRUKVQ', 201, 203, 217, 'SLXQOKXHNL'],
      [184, 756, 'QQKZKPNF[O'],
      [184, 748, 'JOOJWSPT'],
      [168, 719, 'QSNQQL'],
    ],
  ],
  [
    '85',
    [
      [104, 675, 'UaKVTWIdTSHUF[QYVT', 'RTHXQUHOMT', 216, 'TBSSRLMHUMMHSNX@U=UIMHPLWI'],
      [75, 737, 'QSNQQL'],
      [72, 743, 'QSMPRM'],
    ],
  ],
  ['86', [[122, 658, 195, 'RVKRK[MRI_TWGQTUL[QbNSRX', 226, 232, 'SMVNOKZI']]],
  [
    '90',
    [
      [
        208,
        915,
        'MRWUYMZ_UQZWUP',
        'MYVV',
        'PSDZPXJQ',
        'OGJKJUEJHOLLOIJO',
        'QFILLJPJ',
        'TL^MUI',
        'SU',
      ],
      [189, 872, 197, 'UiWcTVNRIL', 'MGPDIN', 'QP', 'PENMKQ', 'KOQK'],
    ],
  ],
  [
    '91',
    [
      [163, 923, 'WSYM', 'TQ', 243, 'NRO^NVNFMS=:KONCVK'],
      [156, 950, 'S^MRLITH'],
      [128, 959, 'QRJQUM'],
      [130, 959, 'TRMSOK'],
    ],
  ],
  [
    '92',
    [
      [139, 866, 199, 'T[R]X_PUTX', 251, 'JPOLMSJHMHOVKNMJJ>', 206, 'QP', 204],
      [139, 913, 'SQLSQL'],
      [150, 923, 'SSMOPN'],
    ],
  ],
  [
    '93',
    [
      [161, 873, 198, 250, 'LTR_UYYU', 244, 252, 257],
      [206, 904, 'RXKKRM', 'QP'],
      [204, 897, 'OZNOSG'],
    ],
  ],
  ['94', [[295, 960, 'LLKQQS', 'JNBROIKUIN', 240, 'XO[M_T[d']]],
  ['95', [[254, 956, 267, 'KYLNKYOXVYR^', 'IQFWQTHVNLHGSISPSLQHKMTLNLHNHSOL', 241]]],
  ['96', [[287, 960, 266, 'WXc_PWNTHVPXIVOSLLLSMHKLJS', 269]]],
  [
    'lake',
    [
      [193, 878, 249, 'OP', 247, 'OQ', 245, 262],
      [206, 904, 'OP', 263],
      [204, 898, 'MXRQQG'],
    ],
  ],
];
