// node-smpp as SMSC or ESME. Reads commands and writes events as lines of JSON; README.md tells them.
'use strict';
const readline = require('readline');
const smpp = require('smpp');

// The library's own reading of the text is told beside the octets it read.
const decode = smpp.filters.message.decode;
smpp.filters.message.decode = function (octets, skipHeader) {
  const read = decode.call(this, octets, skipHeader);
  if (read && !Buffer.isBuffer(read) && Buffer.isBuffer(octets)) {
    read.octets = octets;
  }
  return read;
};

const tell = (event) => process.stdout.write(JSON.stringify(event) + '\n');

function content(pdu) {
  const payload = pdu.message_payload;
  const read = payload !== undefined ? payload : pdu.short_message;
  const octets = Buffer.isBuffer(read) ? read : read.octets || Buffer.alloc(0);
  const text = Buffer.isBuffer(read) ? '' : read.message;
  return { octets: octets.toString('hex'), text: Buffer.isBuffer(text) ? '' : text };
}

const described = (event, pdu) => ({
  event,
  source: pdu.source_addr,
  destination: pdu.destination_addr,
  destination_ton: pdu.dest_addr_ton,
  coding: pdu.data_coding,
  esm_class: pdu.esm_class,
  registered: pdu.registered_delivery,
  receipted_message_id: pdu.receipted_message_id,
  message_state: pdu.message_state,
  sar_reference: pdu.sar_msg_ref_num,
  sar_total: pdu.sar_total_segments,
  sar_sequence: pdu.sar_segment_seqnum,
  payload: pdu.message_payload !== undefined,
  ...content(pdu),
});

function fields(command) {
  const octets = Buffer.from(command.octets, 'hex');
  return {
    source_addr_ton: command.source_ton ?? 1,
    source_addr_npi: 1,
    source_addr: command.source,
    dest_addr_ton: command.destination_ton ?? 1,
    dest_addr_npi: 1,
    destination_addr: command.destination,
    data_coding: command.coding,
    esm_class: command.esm_class,
    registered_delivery: command.registered,
    ...(command.sar_total
      ? {
          sar_msg_ref_num: command.sar_reference,
          sar_total_segments: command.sar_total,
          sar_segment_seqnum: command.sar_sequence,
        }
      : {}),
    ...(command.payload ? { message_payload: octets, short_message: Buffer.alloc(0) } : { short_message: octets }),
  };
}

function eachCommand(act) {
  readline.createInterface({ input: process.stdin }).on('line', (line) => act(JSON.parse(line)));
  process.stdin.on('end', () => process.exit(0));
}

function receipt(pdu, id) {
  return {
    source_addr_ton: 1,
    source_addr_npi: 1,
    source_addr: pdu.destination_addr,
    destination_addr: pdu.source_addr,
    esm_class: smpp.ESM_CLASS.MC_DELIVERY_RECEIPT,
    short_message: Buffer.from(
      `id:${id} sub:001 dlvrd:001 submit date:2611221200 done date:2611221201 stat:DELIVRD err:000 text:`),
  };
}

function smsc() {
  let ids = 1000;
  let bound;
  const server = smpp.createServer((session) => {
    session.on('error', () => {});
    const bind = (pdu) => {
      bound = session;
      session.send(pdu.response({ system_id: 'node' }));
      tell({ event: 'bind', command: pdu.command, system_id: pdu.system_id, password: pdu.password });
    };
    ['bind_transceiver', 'bind_transmitter', 'bind_receiver'].forEach((name) => session.on(name, bind));
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('submit_sm', (pdu) => {
      const id = String(++ids);
      session.send(pdu.response({ message_id: id }));
      tell({ ...described('submit', pdu), id });
      if (pdu.registered_delivery & 1) {
        session.deliver_sm(receipt(pdu, id), (answer) => tell({ event: 'receipt_answer', status: answer.command_status }));
      }
    });
    session.on('unbind', (pdu) => {
      session.send(pdu.response());
      tell({ event: 'unbind' });
      session.close();
    });
  });
  server.listen(0, '127.0.0.1', () => tell({ event: 'listening', port: server.address().port }));
  eachCommand((command) => bound.deliver_sm(fields(command), (answer) => tell({ event: 'answer', status: answer.command_status })));
}

function esme() {
  let session;
  const bind = (command) => {
    session = smpp.connect({ host: '127.0.0.1', port: command.port });
    session.on('error', (error) => tell({ event: 'error', message: String(error) }));
    session.on('enquire_link', (pdu) => session.send(pdu.response()));
    session.on('deliver_sm', (pdu) => {
      session.send(pdu.response());
      tell(described('delivery', pdu));
    });
    session.on('connect', () =>
      session['bind_' + command.type]({ system_id: command.system_id, password: command.password }, (answer) =>
        tell({ event: 'bound', status: answer.command_status })));
  };
  const submit = (command) =>
    session.submit_sm(fields(command), (answer) => tell({ event: 'submitted', status: answer.command_status, id: answer.message_id }));
  const unbind = () => session.unbind((answer) => tell({ event: 'unbound', status: answer.command_status }));
  eachCommand((command) => ({ bind, submit, unbind })[command.do](command));
}

({ smsc, esme })[process.argv[2]]();
