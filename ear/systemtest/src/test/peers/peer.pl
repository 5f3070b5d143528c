#!/usr/bin/perl
# Net::SMPP as SMSC or ESME. Reads commands and writes events as lines of JSON; README.md tells them.
use strict;
use warnings;
use IO::Select;
use JSON::PP;
use Net::SMPP;

$| = 1;
my $json = JSON::PP->new->canonical;
my $pending = '';

sub tell_event { print $json->encode({@_}), "\n" }

# Commands are read unbuffered, for select() must see what is left.
sub commands {
    my $got = sysread STDIN, my $chunk, 65536;
    exit 0 unless $got;
    $pending .= $chunk;
    my @commands;
    push @commands, $json->decode($1) while $pending =~ s/^(.*)\n//;
    return @commands;
}

sub described {
    my ($event, $pdu) = @_;
    my $octets = length $pdu->{short_message} ? $pdu->{short_message} : $pdu->{message_payload} // '';
    my %told = (
        event       => $event,
        source      => $pdu->{source_addr},
        destination => $pdu->{destination_addr},
        coding      => $pdu->{data_coding} + 0,
        esm_class   => $pdu->{esm_class} + 0,
        registered  => $pdu->{registered_delivery} + 0,
        octets      => unpack('H*', $octets),
        destination_ton => $pdu->{dest_addr_ton} + 0,
        payload     => defined $pdu->{message_payload} ? JSON::PP::true : JSON::PP::false,
    );
    if (defined $pdu->{sar_total_segments}) {
        $told{sar_reference} = unpack 'n', $pdu->{sar_msg_ref_num};
        $told{sar_total}     = ord $pdu->{sar_total_segments};
        $told{sar_sequence}  = ord $pdu->{sar_segment_seqnum};
    }
    if (defined $pdu->{receipted_message_id}) {
        ($told{receipted_message_id} = $pdu->{receipted_message_id}) =~ s/\0$//;
    }
    $told{message_state} = ord $pdu->{message_state} if defined $pdu->{message_state};
    return %told;
}

sub fields {
    my ($command) = @_;
    my $octets = pack 'H*', $command->{octets};
    return (
        source_addr_ton     => $command->{source_ton} // 1,
        source_addr_npi     => 1,
        source_addr         => $command->{source},
        dest_addr_ton       => $command->{destination_ton} // 1,
        dest_addr_npi       => 1,
        destination_addr    => $command->{destination},
        data_coding         => $command->{coding},
        esm_class           => $command->{esm_class},
        registered_delivery => $command->{registered},
        ($command->{sar_total}
            ? ( sar_msg_ref_num    => pack('n', $command->{sar_reference}),
                sar_total_segments => chr $command->{sar_total},
                sar_segment_seqnum => chr $command->{sar_sequence})
            : ()),
        ($command->{payload} ? (short_message => '', message_payload => $octets) : (short_message => $octets)),
    );
}

sub smsc {
    my $listen = Net::SMPP->new_listen('127.0.0.1', port => 0, smpp_version => 0x34, async => 1)
        or die "cannot listen: $!";
    my ($ids, $bound) = (5000, undef);
    my $ready = IO::Select->new(\*STDIN, $listen);
    tell_event(event => 'listening', port => $listen->sockport);
    my %on = (
        Net::SMPP::CMD_submit_sm() => sub {
            my ($smpp, $pdu) = @_;
            my $id = ++$ids;
            $smpp->submit_sm_resp(seq => $pdu->{seq}, message_id => $id);
            tell_event(described('submit', $pdu), id => "$id");
            return unless $pdu->{registered_delivery} & 1;
            $smpp->deliver_sm(
                source_addr      => $pdu->{destination_addr},
                destination_addr => $pdu->{source_addr},
                esm_class        => 4,
                short_message    => "id:$id sub:001 dlvrd:001 submit date:2611221200 done date:2611221201"
                    . ' stat:DELIVRD err:000 text:',
            );
        },
        Net::SMPP::CMD_enquire_link() => sub { $_[0]->enquire_link_resp(seq => $_[1]{seq}) },
        Net::SMPP::CMD_deliver_sm_resp() => sub { tell_event(event => 'answer', status => $_[1]{status} + 0) },
        Net::SMPP::CMD_unbind() => sub {
            $_[0]->unbind_resp(seq => $_[1]{seq});
            tell_event(event => 'unbind');
        },
    );
    my %binds = map { $_->[0] => $_ } (
        [Net::SMPP::CMD_bind_transceiver(), 'bind_transceiver'],
        [Net::SMPP::CMD_bind_transmitter(), 'bind_transmitter'],
        [Net::SMPP::CMD_bind_receiver(),    'bind_receiver'],
    );
    while (1) {
        for my $handle ($ready->can_read) {
            if ($handle == \*STDIN) {
                $bound->deliver_sm(fields($_)) for commands();
            }
            elsif ($handle == $listen) {
                my $session = $listen->accept or next;
                ${*$session}{async} = 1;
                $ready->add($session);
            }
            else {
                my $pdu = $handle->read_pdu;
                if (!$pdu) { $ready->remove($handle); $handle->close; next }
                if (my $bind = $binds{ $pdu->{cmd} }) {
                    my $answer = "$bind->[1]_resp";
                    $handle->$answer(seq => $pdu->{seq}, system_id => 'perl');
                    $bound = $handle;
                    tell_event(event => 'bind', command => $bind->[1], system_id => $pdu->{system_id},
                        password => $pdu->{password});
                }
                elsif (my $act = $on{ $pdu->{cmd} }) { $act->($handle, $pdu) }
            }
        }
    }
}

sub esme {
    my $ready = IO::Select->new(\*STDIN);
    my $smpp;
    my %do = (
        bind => sub {
            my ($command) = @_;
            $smpp = Net::SMPP->new_connect('127.0.0.1', port => $command->{port}, smpp_version => 0x34, async => 1)
                or die "cannot connect: $!";
            my $bind = "bind_$command->{type}";
            $smpp->$bind(system_id => $command->{system_id}, password => $command->{password});
            $ready->add($smpp);
        },
        submit => sub { $smpp->submit_sm(fields($_[0])) },
        unbind => sub { $smpp->unbind },
    );
    my $bound = sub { tell_event(event => 'bound', status => $_[0]{status} + 0) };
    my %on = (
        Net::SMPP::CMD_bind_transceiver_resp() => $bound,
        Net::SMPP::CMD_bind_transmitter_resp() => $bound,
        Net::SMPP::CMD_bind_receiver_resp()    => $bound,
        Net::SMPP::CMD_submit_sm_resp() => sub {
            tell_event(event => 'submitted', status => $_[0]{status} + 0, id => $_[0]{message_id});
        },
        Net::SMPP::CMD_enquire_link() => sub { $smpp->enquire_link_resp(seq => $_[0]{seq}) },
        Net::SMPP::CMD_unbind_resp() => sub { tell_event(event => 'unbound', status => $_[0]{status} + 0) },
        Net::SMPP::CMD_deliver_sm() => sub {
            $smpp->deliver_sm_resp(seq => $_[0]{seq}, message_id => '');
            tell_event(described('delivery', $_[0]));
        },
    );
    while (1) {
        for my $handle ($ready->can_read) {
            if ($handle == \*STDIN) { $do{ $_->{do} }->($_) for commands() }
            else {
                my $pdu = $handle->read_pdu;
                if (!$pdu) { $ready->remove($handle); next }
                my $act = $on{ $pdu->{cmd} };
                $act->($pdu) if $act;
            }
        }
    }
}

{ smsc => \&smsc, esme => \&esme }->{ $ARGV[0] }->();
