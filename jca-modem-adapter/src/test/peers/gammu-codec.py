"""Gammu as a second opinion on TPDUs: a request a line in JSON, an answer a line in JSON.

decode: {"do": "decode", "pdu": hex}
encode: {"do": "encode", "number": "+...", "coding": "gsm7"|"ucs2"|"8bit", "text": ..., "udh": hex}
        text is hexadecimal for 8bit
"""
import json
import sys

import gammu

CODINGS = {
    "gsm7": "Default_No_Compression",
    "ucs2": "Unicode_No_Compression",
    "8bit": "8bit",
}


def message(request):
    binary = request["coding"] == "8bit"
    udh = bytes.fromhex(request["udh"])
    return {
        "Number": request["number"],
        "Text": bytes.fromhex(request["text"]) if binary else request["text"],
        "Coding": CODINGS[request["coding"]],
        "UDH": {"Type": "UserUDH" if udh else "NoUDH", "Text": udh},
        "SMSC": {"Location": 0, "Name": "", "Format": "Text", "Validity": "NA",
                 "Number": "+5511999999", "DefaultNumber": ""},
        "Folder": 0, "InboxFolder": True, "Memory": "SM", "State": "UnSent", "Name": "",
        "Type": "Submit", "MessageReference": 0, "ReplyViaSameSMSC": False,
        "RejectDuplicates": False, "ReplaceMessage": 0, "SMSCDateTime": None, "DateTime": None,
        "DeliveryStatus": 0, "Location": 0, "Length": 0, "Class": -1,
    }


def decode(request):
    read = gammu.DecodePDU(bytes.fromhex(request["pdu"]), True)
    text = read["Text"]
    return {
        "number": read["Number"],
        "coding": read["Coding"],
        "text": text.hex() if isinstance(text, bytes) else text,
        "udh": read["UDH"]["Text"].hex(),
        "reference": read["MessageReference"],
        "status": read["DeliveryStatus"],
    }


def encode(request):
    return {"pdu": gammu.EncodePDU(message(request), "Submit").hex()}


for line in sys.stdin:
    asked = json.loads(line)
    try:
        answer = decode(asked) if asked["do"] == "decode" else encode(asked)
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)
