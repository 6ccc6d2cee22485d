"""A machine as its maker wrote it for ThingsBoard, with Paho's client: asks for its attributes, hears what it is asked for, obeys one command, and says each thing as a line of JSON."""

import json
import sys
import threading

import paho.mqtt.client as mqtt

host, port, token, version = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
options = {"client_id": "paho", "protocol": version}
if hasattr(mqtt, "CallbackAPIVersion"):
    options["callback_api_version"] = mqtt.CallbackAPIVersion.VERSION1
client = mqtt.Client(**options)
client.username_pw_set(token)
over = threading.Event()
answers = []


def say(**what):
    print(json.dumps(what), flush=True)


def on_connect(client, *_):
    client.subscribe([("v1/devices/me/rpc/request/+", 2), ("v1/devices/me/attributes", 1), ("v1/devices/me/attributes/response/+", 1)])


def on_subscribe(client, userdata, mid, granted, *_):
    client.publish("v1/devices/me/telemetry", '{"temperature": 23.4, "note": "\\u6e29\\u5ea6"}', qos=2)
    client.publish("v1/devices/me/attributes/request/1", '{"sharedKeys": "target"}', qos=1)
    say(subscribed=[int(getattr(one, "value", one)) for one in granted])


def on_message(client, userdata, message):
    payload = json.loads(message.payload)
    say(topic=message.topic, payload=payload, qos=message.qos)
    if message.topic.startswith("v1/devices/me/rpc/request/"):
        number = message.topic.rsplit("/", 1)[1]
        answers.append(client.publish("v1/devices/me/rpc/response/" + number, json.dumps({"done": payload["method"]}), qos=2))
        over.set()


client.on_connect, client.on_subscribe, client.on_message = on_connect, on_subscribe, on_message
client.connect(host, port, keepalive=30)
client.loop_start()
over.wait(20)
for answer in answers:
    answer.wait_for_publish(10)
client.disconnect()
client.loop_stop()
